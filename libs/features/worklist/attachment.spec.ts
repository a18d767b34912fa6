import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStaffDesk, refusalOf, type StaffDesk } from '#test/support/staff';
import { register } from '#test/support/staff-request';
import type { RequestDocument } from '#contracts/correspondence';

let staff: StaffDesk;
beforeAll(async () => {
  staff = await openStaffDesk();
});
afterAll(() => staff.close());

const base64 = (text: string): string => Buffer.from(text, 'latin1').toString('base64');

const SOUND = `RIFF\x24\x08\x00\x00WAVEfmt ${'0123456789'.repeat(10)}`;

const attach = (reference: string, name: string, content: string, by = staff.officer) =>
  by.post(`/api/v1/requests/${reference}/documents`, { name, content: base64(content) });

const attached = async (reference: string, name: string, content: string): Promise<RequestDocument> => {
  const { documents } = (await attach(reference, name, content)).body as { documents: RequestDocument[] };
  const found = documents.find((document) => document.name === name);
  if (found === undefined) throw new Error('nothing was attached');
  return found;
};

const viewOf = (reference: string, { id }: RequestDocument): string =>
  `/api/v1/requests/${reference}/documents/${id}/view`;

describe('a file kept with a request', () => {
  it('is known by its content, lies sealed on the disk, and its hash stands in the ledger', async () => {
    const reference = await register(staff);
    const document = await attached(reference, 'Kirje Esimerkiltä.exe', 'Hei, tassa on kirje');
    expect(document).toMatchObject({ kind: 'attachment', mediaType: 'text/plain', form: 'text', bytes: 19 });
    const { timeline } = await staff.officer.page(reference);
    expect(timeline.at(-1)).toMatchObject({
      type: 'attachmentAdded',
      data: { document: document.id, sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) },
    });
    const names = await readdir(join(staff.storageDir, 'attachments'), { recursive: true, withFileTypes: true });
    const files = names.filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      expect(file.name).not.toContain('Kirje');
      expect((await readFile(join(file.parentPath, file.name))).includes('kirje')).toBe(false);
    }
  });

  it('is downloaded like every other file', async () => {
    const reference = await register(staff);
    const { id } = await attached(reference, 'a.txt', 'Sanat');
    const { text, headers } = await staff.auditor.get(`/api/v1/requests/${reference}/documents/${id}`);
    expect(text).toBe('Sanat');
    expect(headers['content-disposition']).toMatch(/^attachment/u);
  });

  it.each([
    ['a page', '<html>\x00<script>', 'file-kind-not-taken'],
    ['a program', 'MZ\x90\x00\x03', 'file-kind-not-taken'],
    ['an archive', 'PK\x03\x04', 'file-kind-not-taken'],
    ['more than ten million bytes', 'x'.repeat(10_000_001), 'file-too-large'],
  ])('is not %s', async (_, content, code) => {
    const reference = await register(staff);
    expect(refusalOf(await attach(reference, 'x', content))).toEqual({ status: 400, code });
  });

  it('may be as large as ten million bytes, and every other call stays small', async () => {
    const reference = await register(staff);
    expect((await attach(reference, 'suuri.txt', 'x'.repeat(10_000_000))).status).toBe(201);
    const answer = await staff.officer.give(reference, { type: 'addNote', words: 'x'.repeat(100_000) });
    expect(answer.status).toBe(413);
  });

  it('is added by those who handle requests only', async () => {
    const reference = await register(staff);
    expect(refusalOf(await attach(reference, 'a.txt', 'Sanat', staff.auditor)).status).toBe(403);
  });

  it('is one of at most twenty', async () => {
    const reference = await register(staff);
    for (let number = 1; number <= 20; number += 1) {
      expect((await attach(reference, `${number}.txt`, 'Sanat')).status).toBe(201);
    }
    expect(refusalOf(await attach(reference, '21.txt', 'Sanat'))).toEqual({ status: 409, code: 'too-many-files' });
  });
});

describe('a file shown within the page', () => {
  it('can run and load nothing, and stands in no page but ours', async () => {
    const reference = await register(staff);
    const { headers } = await staff.officer.get(viewOf(reference, await attached(reference, 'a.txt', '<b>Sanat</b>')));
    expect(headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'cache-control': 'no-store',
    });
  });

  it('is a recording of which a player asks for parts, and jumping about is one look in the ledger', async () => {
    const reference = await register(staff);
    const sound = await attached(reference, 'Puhelu.wav', SOUND);
    const part = (range: string) => staff.officer.get(viewOf(reference, sound)).set('Range', range).buffer(true);
    const first = await part('bytes=0-3');
    expect({ status: first.status, range: first.headers['content-range'] }).toEqual({
      status: 206,
      range: `bytes 0-3/${SOUND.length}`,
    });
    expect(Buffer.from(first.body as Uint8Array).toString('latin1')).toBe('RIFF');
    expect((await part('bytes=100-')).status).toBe(206);
    expect((await part(`bytes=${SOUND.length}-`)).status).toBe(416);
    const { timeline } = await staff.officer.page(reference);
    expect(timeline.filter(({ type }) => type === 'documentRead')).toHaveLength(1);
    await staff.approver.get(viewOf(reference, sound));
    const { timeline: later } = await staff.officer.page(reference);
    expect(later.filter(({ type }) => type === 'documentRead')).toHaveLength(2);
  });
});
