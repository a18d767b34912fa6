import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import type { JsonValue, RegisterContent } from '#connectors/connector';
import { recordedTones } from '#connectors/demo-register/tone';
import { diceFrom } from '#connectors/demo-register/random';
import { launchBrowser } from '#test/support/browser';
import { buildPackage, type PackageContent, type PackageFile } from './package.js';
import type { PackageTexts } from './package-index-content.js';

const texts: PackageTexts = {
  title: 'Your data',
  introduction: 'This is what we hold about you.',
  skipToContent: 'Skip to the content',
  reference: 'Reference',
  controller: 'Controller',
  collectedOn: 'Collected on',
  contents: 'Contents',
  letter: 'The letter',
  nothingHeld: 'We hold nothing here.',
  machineReadable: 'For machines',
  listen: 'Listen to',
  download: 'Download',
  fileLeftOut: 'Left out',
  manifest: 'List of files',
  yes: 'yes',
  no: 'no',
  noValue: 'none',
};

const label = (text: string) => ({ fi: `${text} suomeksi`, sv: `${text} på svenska`, en: text });

const owner = { kind: 'person', value: 'K-1001' } as const;

const register = (rows: readonly Record<string, JsonValue>[]): RegisterContent => ({
  id: 'call-recordings',
  name: label('Call recordings'),
  dataClass: 'communications',
  collections: [
    {
      id: 'calls',
      name: label('Calls'),
      fields: [
        { name: 'at', label: label('Started at'), type: 'instant' },
        { name: 'on', label: label('Due on'), type: 'date' },
        { name: 'paid', label: label('Paid'), type: 'boolean' },
        { name: 'euros', label: label('Euros'), type: 'number' },
        { name: 'notes', label: label('Notes'), type: 'text' },
        { name: 'recording', label: label('Recording'), type: 'file' },
      ],
      rows: rows.map((values) => ({ owner, values })),
    },
    { id: 'chats', name: label('Chats'), fields: [], rows: [] },
  ],
});

const call = (notes: JsonValue): Record<string, JsonValue> => ({
  at: '2026-11-20T07:05:00+00:00',
  on: '2026-12-06',
  paid: true,
  euros: '1234.50',
  notes,
  recording: 'calls-1-recording.wav',
});

const content = (notes: JsonValue, changes: Partial<PackageContent> = {}): PackageContent => ({
  reference: 'ART-7K2M-9',
  language: 'en',
  controllerName: 'Solar & Sons',
  collectedOn: '2026-11-22',
  timeZone: 'Europe/Helsinki',
  letterHtml: '<!doctype html><title>Letter</title><p>Dear Aino,</p>',
  registers: [register([call(notes), { ...call(null), recording: null }])],
  recordings: [
    {
      register: 'call-recordings',
      name: 'calls-1-recording.wav',
      mediaType: 'audio/wav',
      bytes: recordedTones(diceFrom(1)),
    },
  ],
  facts: { 'call-recordings': [{ term: 'Purpose', text: 'Proof of what was agreed' }] },
  texts,
  ...changes,
});

const textOf = (files: readonly PackageFile[], path: string): string =>
  new TextDecoder().decode(files.find((file) => file.path === path)?.bytes);

const index = (notes: JsonValue, changes?: Partial<PackageContent>): string =>
  textOf(buildPackage(content(notes, changes)), 'index.html');

/** What attackers put into names, notes and file names. */
const HOSTILE = [
  '<script>document.title="run"</script>',
  '"><img src=x onerror=document.title="run">',
  "' onmouseover='document.title=1",
  '</td></table></main><svg/onload=document.title="run">',
  '<iframe srcdoc="<script>top.document.title=1</script>">',
  '<style>*{background:url(https://evil.example/x)}</style>',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<base href="https://evil.example/">',
  '<a href="javascript:document.title=1">x</a>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<!-- --><form action="https://evil.example"><button>',
  '{{7*7}} ${7*7} <%= 7*7 %>',
  '\u202Egnp.exe\u2066<b>',
];

describe('the package', () => {
  it('has a page to read, the letter, one file per register, the recordings and a manifest', () => {
    expect(buildPackage(content('x')).map(({ path, mediaType }) => [path, mediaType])).toEqual([
      ['index.html', 'text/html; charset=utf-8'],
      ['letter.html', 'text/html; charset=utf-8'],
      ['register/call-recordings.json', 'application/json'],
      ['recordings/call-recordings/calls-1-recording.wav', 'audio/wav'],
      ['manifest.json', 'application/json'],
    ]);
  });

  it('lists every file with its size and hash', () => {
    const files = buildPackage(content('x'));
    const manifest: unknown = JSON.parse(textOf(files, 'manifest.json'));
    expect(manifest).toEqual({
      reference: 'ART-7K2M-9',
      controller: 'Solar & Sons',
      collectedOn: '2026-11-22',
      files: files
        .filter(({ path }) => path !== 'manifest.json')
        .map(({ path, mediaType, bytes }) => ({
          path,
          mediaType,
          bytes: bytes.length,
          sha256: createHash('sha256').update(bytes).digest('hex'),
        })),
    });
  });

  it('is the same, byte for byte, when it is built again', () => {
    expect(buildPackage(content('x'))).toEqual(buildPackage(content('x')));
  });

  it('gives machines the values as the register has them and the recording by its path', () => {
    const json: unknown = JSON.parse(textOf(buildPackage(content('soitto')), 'register/call-recordings.json'));
    expect(json).toMatchObject({
      reference: 'ART-7K2M-9',
      register: 'call-recordings',
      name: 'Call recordings',
      collections: [
        {
          id: 'calls',
          rows: [
            {
              at: '2026-11-20T07:05:00+00:00',
              on: '2026-12-06',
              paid: true,
              notes: 'soitto',
              recording: 'recordings/call-recordings/calls-1-recording.wav',
            },
            { notes: null, recording: null },
          ],
        },
        { id: 'chats', rows: [] },
      ],
    });
    expect(JSON.stringify(json)).not.toContain('owner');
  });

  it.each([
    ['fi', 'Calls suomeksi', '20.11.2026 klo 9.05', '6.12.2026', '1234,50'],
    ['sv', 'Calls på svenska', '20 nov. 2026 9.05', '6.12.2026', '1234,50'],
    ['en', 'Calls', '20 Nov 2026, 09:05', '6 Dec 2026', '1234.50'],
  ] as const)('speaks the language of the person: %s', (language, collection, ...values) => {
    const page = index('x', { language });
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain(`>${collection}</h3>`);
    for (const value of values) expect(page).toContain(`<td>${value}</td>`);
  });

  it('says of an empty collection that nothing is held, and of a recording left out that it is', () => {
    expect(index('x')).toContain('We hold nothing here.');
    const page = index('x', { recordings: [] });
    expect(page).not.toContain('<audio');
    expect(page).toContain('<td>Left out</td>');
  });

  it('masks personal identity codes in the page, the data and the letter', () => {
    const files = buildPackage(content({ deep: ['code 010190-900P.'] }, { letterHtml: '<p>131052A9991</p>' }));
    const everything = files.map(({ path }) => textOf(files, path)).join('\n');
    expect(everything).not.toMatch(/900P|9991/);
    expect(everything).toContain('010190-****');
    expect(everything).toContain('131052-****');
  });

  it.each(HOSTILE)('shows hostile text as text: %s', (text) => {
    const page = index(text, { controllerName: text, facts: { 'call-recordings': [{ term: text, text }] } });
    const tags = page.match(/<[a-z!/][^>]*>/gi) ?? [];
    const harmless = index('x', { facts: { 'call-recordings': [{ term: 'a', text: 'b' }] } });
    expect(tags).toEqual(harmless.match(/<[a-z!/][^>]*>/gi));
  });

  it.each(['../outside.wav', '/etc/passwd', 'a b.wav', 'x.wav\0', 'ä.wav', 'a"b.wav', 'folder/x.wav/..'])(
    'refuses a recording that calls itself %j',
    (name) => {
      const recordings = [{ register: 'call-recordings', name, mediaType: 'audio/wav', bytes: new Uint8Array() }];
      expect(() => buildPackage(content('x', { recordings }))).toThrow(/made of ids/);
    },
  );
});

describe('the package in a browser', () => {
  let folder: string;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'artikla-package-'));
    browser = await launchBrowser();
    for (const { path, bytes } of buildPackage(content(HOSTILE.join('\n')))) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes);
    }
  }, 30_000);

  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  it('runs nothing, asks nothing of the network, plays the recording and keeps its own style', async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(pathToFileURL(join(folder, 'index.html')).href);
    const seconds = await page.locator('audio').evaluate(async (audio: HTMLAudioElement) => {
      audio.load();
      audio.preload = 'auto';
      await new Promise((resolve, reject) => {
        audio.addEventListener('loadedmetadata', resolve);
        audio.addEventListener('error', reject);
      });
      return audio.duration;
    });
    expect(seconds).toBeGreaterThan(1);
    expect(await page.title()).toBe('Your data ART-7K2M-9');
    expect(
      await page
        .locator('th')
        .first()
        .evaluate((cell) => getComputedStyle(cell).textAlign),
    ).toBe('start');
    expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  }, 30_000);

  it('has nothing that assistive technology stumbles over', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(folder, 'index.html')).href);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    await context.close();
  }, 30_000);
});
