import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '#test/support/browser';
import { signIn } from '#test/support/console-pages';
import { fileInBrowser } from '#test/support/portal-pages';
import type { RunningApp } from '#test/support/processes';
import { expectSoon } from '#test/support/soon';
import { startWholeDesk, type WholeDesk } from '#test/support/whole-desk';
import { translatorFor } from '#texts/load-messages';

const MINUTES = 4;
const t = translatorFor('fi');

/** Nobody of the registers: invented, and two of them with one family name. */
const PEOPLE = [
  { name: 'Kanerva Keksitty', email: 'kanerva@example.com' },
  { name: 'Otso Keksitty', email: 'otso@example.org' },
  { name: 'Åsa Påhittad', email: 'asa@example.net' },
] as const;

describe('the queue of a real desk', () => {
  let desk: WholeDesk;
  let browser: Browser;
  let page: Page;
  let api: RunningApp | undefined;
  const references: string[] = [];

  beforeAll(async () => {
    desk = await startWholeDesk(null);
    [api] = await Promise.all(['api', 'portal'].map((app) => desk.start(app, { LOG_LEVEL: 'trace' })));
    browser = await launchBrowser();
    const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    for (const person of PEOPLE)
      references.push((await fileInBrowser(visitor, desk.portalUrl, ['access'], person)).reference);
    page = await signIn(browser, desk.consoleUrl, desk.staff[0]?.email ?? '', desk.password);
  }, MINUTES * 60_000);

  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  const rows = () => page.locator('tbody tr');
  const look = async (text: string, count: number): Promise<void> => {
    await page.locator('[data-search]').fill(text);
    await expectSoon(() => rows().count()).toBe(count);
  };

  it.each([
    ['keksitty', 2],
    ['asa', 1],
    ['OTSO@example.org', 1],
  ])('finds whom somebody looks for by “%s”', async (text, count) => {
    await look(text, count);
    expect(page.url()).not.toContain(text);
    await look('', PEOPLE.length);
  });

  it('finds a request by the end of its reference, in small letters', async () => {
    await look((references[2] ?? '').slice(-4).toLowerCase(), 1);
    await expectSoon(() => rows().textContent()).toContain(PEOPLE[2].name);
    await look('', PEOPLE.length);
  });

  it('gives many to somebody, and takes them back', async () => {
    await page.locator('thead input[type=checkbox]').check();
    await page.getByRole('button', { name: t('queue.bulk.assign') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: t('queue.bulk.assign') }).click();
    const assigned = 'select count(*)::int as count from subject_request where assignee is not null';
    await page.getByRole('button', { name: t('queue.undo') }).waitFor();
    expect(await desk.database.query(assigned)).toEqual([{ count: PEOPLE.length }]);
    await page.getByRole('button', { name: t('queue.undo') }).click();
    await page.getByText(t('queue.undone')).waitFor();
    expect(await desk.database.query(assigned)).toEqual([{ count: 0 }]);
  }, 60_000);

  it('saves exactly what is listed, and who saved it is written down', async () => {
    await look('keksitty', 2);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: t('queue.export') }).click();
    const text = await readFile(await (await download).path(), 'utf8');
    expect(text.split('\r\n').filter((line) => line.includes('Keksitty'))).toHaveLength(2);
    expect(text).not.toContain('example.');
    const exports = await desk.database.query('select searched, rows, query from queue_export');
    expect(exports).toEqual([{ searched: true, rows: 2, query: 'view=all_open&sort=next_action' }]);
  });

  it('has a request there before it is opened: nothing is waited for after the click', async () => {
    const address = `**/api/v1/requests/${references[0]}`;
    const link = page.getByRole('link', { name: PEOPLE[0].name });
    const foreseen = page.waitForResponse(address);
    await link.hover();
    await (await foreseen).finished();
    await page.route(address, (route) => route.abort());
    await link.click();
    await page.locator('#clock').waitFor();
    await expectSoon(() => page.locator('h1').textContent()).toBe(PEOPLE[0].name);
  }, 60_000);

  it('leaves none of the words that were looked for in the log', () => {
    expect(api?.output()).toContain('requests/search');
    expect(api?.output()).not.toMatch(/keksitty|example\.org/iu);
  });
});
