import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { LANGUAGES } from '#domain/language';
import { expectSoon, expectFocus } from '#test/support/soon';
import { builtConsole } from './test/built-console.js';
import { accessibilityProblems, complaintsOf, openAccount, openDecision, settled } from './test/console-page.js';

const REQUEST = '/requests/KMNP-5QRS-6TVW';
const FRESH = '/requests/FRES-3HJK-5MNP';
const SEVERAL = '/requests/SEVR-1ABC-7DEF';
const FIRST_LOAD_KILOBYTES = 220;

const built = builtConsole();
const { desk } = built;

interface State {
  readonly state: string;
  readonly path: string;
  readonly shows: string;
  readonly prepare?: (page: Page) => Promise<void>;
}

const STATES: readonly State[] = [
  {
    state: 'the queue with the reason of a date',
    path: '/queue',
    shows: 'tbody tr',
    prepare: async (page) => {
      await page.locator('tbody button[aria-expanded]').first().click();
      await page.locator('[id^=why-]').waitFor();
    },
  },
  { state: 'a request that several people match', path: SEVERAL, shows: '#clock' },
  {
    state: 'the queue with rows chosen and filters set',
    path: '/queue?right=access&dueFrom=2026-11-01',
    shows: 'tbody tr',
    prepare: async (page) => {
      await page.locator('thead input').check();
      await page.locator('#desk-foot strong').waitFor();
    },
  },
  {
    state: 'what is to be done to many',
    path: '/queue',
    shows: 'tbody tr',
    prepare: async (page) => {
      await page.locator('tbody input').first().check();
      await page.locator('#desk-foot button').nth(2).click();
      await page.locator('[role=dialog] form').waitFor();
    },
  },
  {
    state: 'a filter of the queue',
    path: '/queue',
    shows: 'tbody tr',
    prepare: async (page) => {
      await page.locator('main button[aria-haspopup=dialog]').first().click();
      await page.locator('[role=dialog] input').first().waitFor();
    },
  },
  {
    state: 'the look of the queue',
    path: '/queue',
    shows: 'tbody tr',
    prepare: async (page) => {
      await page.locator('main button[aria-haspopup=dialog]').last().click();
      await page.locator('[role=dialog] input').first().waitFor();
    },
  },
  {
    state: 'a queue in which nothing passes the filters',
    path: '/queue?view=overdue&right=objection',
    shows: 'main p',
  },
  {
    state: 'a decision that lacks its ground',
    path: REQUEST,
    shows: '#clock',
    prepare: async (page) => {
      await page.locator('#right-access [role=group] button:not([aria-disabled])').click();
      await page.locator('[role=dialog] input[value=partly]').click();
      await page.locator('[role=dialog] button[type=submit]').click();
      await page.locator('[role=dialog] [id$=-error]').first().waitFor();
    },
  },
  {
    state: 'a question with the dates it would bring',
    path: FRESH,
    shows: '#clock',
    prepare: async (page) => {
      await page.locator('#clock [role=group] button').first().click();
      await page.locator('[role=dialog] table').waitFor();
    },
  },
  {
    state: 'a form with errors',
    path: '/register',
    shows: 'form',
    prepare: async (page) => {
      await page.locator('main button[type=submit]').click();
      await page.locator('main [role=alert]').first().waitFor();
    },
  },
  {
    state: 'the account',
    path: '/requests/unknown',
    shows: 'h1',
    prepare: openAccount,
  },
];

// A theme changes colours only, so the second one is looked at for contrast.
describe.each([
  ['light', 'en', 'all'],
  ['dark', 'fi', 'contrast'],
] as const)('in the %s theme, in %s, by %s rules', (colorScheme, language, rules) => {
  it.each(STATES)('$state is accessible', async ({ path, shows, prepare }) => {
    built.speak(language);
    const page = await built.visit(path, shows, colorScheme);
    await prepare?.(page);
    expect(await accessibilityProblems(page, rules)).toEqual([]);
  });

  it('the sign-in is accessible', async () => {
    desk.session = null;
    const page = await built.visit('/', 'form', colorScheme);
    expect(await accessibilityProblems(page, rules)).toEqual([]);
  });
});

describe('the page', () => {
  it('needs nothing that its policy refuses: no inline style, no script from text', async () => {
    const own = await built.newProfile();
    const page = await own.newPage();
    const complaints = await complaintsOf(page);
    await page.goto(`${built.origin()}/queue`);
    await page.locator('tbody button[aria-expanded]').first().click();
    await page.getByRole('button', { name: 'Dark theme' }).click();
    const account = page.getByRole('button', { name: /^Account:/u });
    const filter = page.locator('main button[aria-haspopup=dialog]').first();
    for (const opener of [account, filter]) {
      await opener.click();
      await expectFocus(page.getByRole('dialog'));
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await page.getByRole('checkbox').first().check();
    await page.getByRole('button', { name: 'Clear the selection' }).click();
    await page.getByRole('link', { name: 'Aino Esimerkki' }).click();
    await openDecision(page);
    await page.getByLabel('Granted', { exact: true }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Decide' }).click();
    await page.getByText('The decision is recorded.').waitFor();
    await page.getByRole('link', { name: 'Register request' }).click();
    await page.getByRole('heading', { name: 'Register a request' }).waitFor();
    expect(complaints).toEqual([]);
    await own.close();
  });

  it(`loads at most ${FIRST_LOAD_KILOBYTES} kB of script before the queue stands`, async () => {
    const page = await built.newPage();
    const scripts: string[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.push(new URL(response.url()).pathname);
    });
    await page.goto(`${built.origin()}/queue`);
    await page.locator('tbody tr').first().waitFor();
    const files = await Promise.all(scripts.map((path) => readFile(join(built.folder(), path))));
    const bytes = files.reduce((sum, file) => sum + gzipSync(file).length, 0);
    expect(bytes / 1000).toBeLessThan(FIRST_LOAD_KILOBYTES);
  });

  it('says on paper whose it is and who printed it when, in the colours of paper whatever the theme', async () => {
    const page = await built.newPage();
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(built.origin() + REQUEST);
    const decide = page.locator('#right-access').getByRole('button', { name: 'Decide', exact: true });
    await decide.waitFor();
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
    await decide.waitFor({ state: 'hidden' });
    await page.getByText(/ · Artikla · Printed 23 November 2026, \S/u).waitFor();
    const dark = page.locator('html[data-mantine-color-scheme=dark]');
    await dark.waitFor({ state: 'attached' });
    await page.evaluate(() => globalThis.dispatchEvent(new Event('beforeprint')));
    await page.locator('html[data-mantine-color-scheme=light]').waitFor({ state: 'attached' });
    await page.evaluate(() => globalThis.dispatchEvent(new Event('afterprint')));
    await expectSoon(() => dark.count()).toBe(1);
  });

  it('carries no validation library and no server code into the browser', async () => {
    const assets = join(built.folder(), 'assets');
    const scripts = (await readdir(assets)).filter((name) => name.endsWith('.js'));
    const texts = await Promise.all(scripts.map((name) => readFile(join(assets, name), 'utf8')));
    expect(texts.filter((text) => /ZodError|strictObject|@nestjs/u.test(text))).toEqual([]);
  });

  it('names no person in its title and its address', async () => {
    const page = await built.visit(REQUEST);
    await expectSoon(() => page.locator('h1').textContent()).toBe('Aino Exempel');
    await expectSoon(() => page.title()).toBe('KMNP-5QRS-6TVW – Artikla');
    expect(page.url()).toBe(built.origin() + REQUEST);
  });

  it.each(LANGUAGES)('speaks %s without a gap', async (language) => {
    built.speak(language);
    const page = await built.newPage();
    const complaints = await complaintsOf(page);
    await page.goto(built.origin() + SEVERAL);
    await page.locator('#clock').waitFor();
    await expectSoon(() => page.getAttribute('html', 'lang')).toBe(language);
    await settled(page);
    expect(await page.locator('body').innerText()).not.toMatch(/\b(?:console|common|clock)\.[a-z]/u);
    expect(complaints).toEqual([]);
  });

  it('keeps nothing in the browser but the theme', async () => {
    const own = await built.newProfile();
    const page = await own.newPage();
    await page.goto(built.origin() + REQUEST);
    await page.getByRole('button', { name: 'Dark theme' }).click();
    await expectSoon(() => page.evaluate(() => [Object.keys(localStorage), document.cookie])).toEqual([
      ['artikla-theme'],
      '',
    ]);
    await own.close();
  });
});

describe('the session', () => {
  it('asks for the password over the page when it has ended, and keeps what was typed', async () => {
    const page = await built.visit(REQUEST);
    const note = page.getByLabel('Internal note');
    await note.fill('Half a thought');
    desk.session = null;
    await page.getByRole('button', { name: 'Add note' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign in again' });
    const toast = page.locator('[role=alert]');
    await toast.waitFor();
    await dialog.getByLabel('E-mail').fill('oona@example.org');
    await dialog.getByLabel('Password', { exact: true }).fill('a long invented password');
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await dialog.waitFor({ state: 'detached' });
    await toast.waitFor({ state: 'detached' });
    await expectSoon(() => note.inputValue()).toBe('Half a thought');
  });

  it('takes the token of a first sign-in out of the address', async () => {
    desk.session = null;
    const page = await built.visit('/first-sign-in#token=invented-token');
    await page.getByLabel('New password').fill('short');
    await page.getByRole('button', { name: 'Save and sign in' }).click();
    await page.getByText('The password must have at least 12 characters.').waitFor();
    await page.getByLabel('New password').fill('a long invented password');
    await page.getByRole('button', { name: 'Save and sign in' }).click();
    await page.waitForURL('**/queue');
    expect(desk.written[0]?.body).toEqual({ token: 'invented-token', password: 'a long invented password' });
  });

  it('changes the language of the desk at once', async () => {
    const page = await built.visit('/queue');
    await page.getByRole('button', { name: /^Account:/u }).click();
    await page.getByRole('group', { name: 'Language' }).getByText('Finnish').click();
    await page.getByRole('heading', { name: 'Kaikki avoimet' }).waitFor();
    expect(desk.written.map(({ body }) => body)).toEqual([{ language: 'fi' }]);
  });
});
