import { afterEach, describe, expect, it } from '@jest/globals';
import type { Page, Request } from 'playwright-core';
import { expectSoon } from '#test/support/soon';
import { builtConsole } from './test/built-console.js';
import { accessibilityProblems, settled } from './test/console-page.js';
import { ADMINISTRATION, FIRST_USER_CHANGE } from './test/fixtures/administration.js';

const built = builtConsole();
let written: Request[] = [];

afterEach(() => {
  written = [];
});

/** Answers the calls of these pages from the fixtures, refuses whom the server would refuse, keeps what is written. */
const open = async (path: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> => {
  const page = await built.newPage();
  await page.emulateMedia({ colorScheme });
  await page.route(/\/api\/v1\/(settings|set-up)/u, async (route) => {
    const request = route.request();
    const address = new URL(request.url()).pathname;
    if (request.method() !== 'GET') written.push(request);
    const closed = address.endsWith('/users') && built.desk.session?.user.role !== 'administrator';
    if (closed)
      await route.fulfill({
        status: 403,
        json: { type: 'about:blank', title: '', status: 403, code: 'not-your-role' },
      });
    else if (address in ADMINISTRATION) await route.fulfill({ json: ADMINISTRATION[address] });
    else await route.fallback();
  });
  await page.goto(built.origin() + path);
  await page.locator('h1').waitFor();
  await settled(page);
  return page;
};

describe('the settings', () => {
  it('say of each page whether something is missing, in words', async () => {
    built.be('administrator');
    const page = await open('/settings');
    await page.getByText('The record has gaps that keep letters from being approved.').waitFor();
    await page.getByRole('link', { name: 'Go on setting up' }).waitFor();
    await expectSoon(() => page.getByText('Complete', { exact: true }).count()).toBe(3);
  });

  it('tell whoever may not see a page so, and whom to ask', async () => {
    built.be('officer');
    const page = await open('/settings/users');
    await page.getByRole('heading', { name: 'This page is for administrators' }).waitFor();
    await expectSoon(() => page.getByRole('table').count()).toBe(0);
  });

  it('list who changed which account, how and when, older ones on demand', async () => {
    built.be('administrator');
    const page = await open('/settings/users');
    const changes = page.getByRole('table', { name: 'Changes of accounts' });
    await changes.getByRole('row', { name: /Oona Virkailija Role: Officer Aila Ylläpitäjä/u }).waitFor();
    await expectSoon(() => changes.getByRole('row').count()).toBe(3);
    await page.route(/before=2$/u, (route) => route.fulfill({ json: FIRST_USER_CHANGE }));
    await page.getByRole('button', { name: 'Show older' }).click();
    await changes.getByRole('row', { name: /Opened: Administrator At the terminal/u }).waitFor();
    await expectSoon(() => page.getByRole('button', { name: 'Show older' }).count()).toBe(0);
  });

  it('are read and not changed by officers', async () => {
    built.be('officer');
    const page = await open('/settings/organisation');
    await expectSoon(() => page.getByLabel('Name', { exact: true }).isDisabled()).toBe(true);
    await expectSoon(() => page.getByRole('button', { name: 'Save' }).count()).toBe(0);
  });

  it('are set back by taking an earlier version into the form, against the version that was looked at', async () => {
    built.be('administrator');
    const page = await open('/settings/organisation');
    await page.getByRole('button', { name: 'Take into the form' }).click();
    await expectSoon(() => page.getByLabel('Name', { exact: true }).inputValue()).toBe('Vanha Esimerkki Oy');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    expect(written.map((request) => [request.method(), request.headers()['if-match']])).toEqual([['PUT', '2']]);
    expect(written[0]?.postDataJSON()).toMatchObject({ name: 'Vanha Esimerkki Oy' });
  });
});

describe('a register', () => {
  it('is set back by taking an earlier version into its form, as a new version', async () => {
    built.be('administrator');
    const page = await open('/settings/registers');
    await page.getByRole('button', { name: 'Edit Asiakasrekisteri' }).click();
    await page.getByRole('button', { name: 'Take into the form' }).click();
    await expectSoon(() => page.getByLabel('How delicate the data is').inputValue()).toBe('special');
    await page.getByRole('button', { name: 'Save' }).click();
    await expectSoon(() => page.getByRole('dialog').count()).toBe(0);
    expect(written.map((request) => [request.method(), request.headers()['if-match']])).toEqual([['PUT', '2']]);
    expect(written[0]?.postDataJSON()).toMatchObject({ dataClass: 'special' });
  });
});

describe('a letter', () => {
  it('lets its free passages be written over, and nothing else', async () => {
    built.be('administrator');
    const page = await open('/settings/letters/acknowledgement/en');
    await page.getByText('Locked: the law or safety asks for this').waitFor();
    await page.getByRole('button', { name: 'Write your own words' }).click();
    await expectSoon(() => page.getByRole('textbox').count()).toBe(1);
    await page.getByRole('textbox').fill('Good day,');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    const put = written.find((request) => request.method() === 'PUT');
    expect(put?.postDataJSON()).toEqual({ passages: { greeting: 'Good day,' } });
  });
});

describe.each([
  ['light', 'fi'],
  ['dark', 'sv'],
] as const)('in the %s theme, in %s', (colorScheme, language) => {
  it('every page is accessible', async () => {
    built.be('administrator', language);
    const found: Record<string, string[]> = {};
    const pages = ['', '/organisation', '/record', '/registers', '/letters', '/letters/acknowledgement/en', '/users'];
    for (const path of [...pages.map((each) => `/settings${each}`), '/setup']) {
      const page = await open(path, colorScheme);
      await page.locator('[class*=pill], form').first().waitFor();
      const problems = await accessibilityProblems(page, 'all');
      if (problems.length > 0) found[path] = problems;
      await page.close();
    }
    expect(found).toEqual({});
  }, 60_000);
});
