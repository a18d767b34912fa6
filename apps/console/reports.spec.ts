import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { expectSoon } from '#test/support/soon';
import { builtConsole } from './test/built-console.js';
import { accessibilityProblems, complaintsOf } from './test/console-page.js';
import { EMPTY_REPORT, REPORT } from './test/fixtures/reports.js';

const built = builtConsole();
const { desk } = built;

const SHOWN = 'main section';

describe('the reports', () => {
  it('show every chart with its numbers and how they are counted beside it', async () => {
    const page = await built.visit('/reports', SHOWN);
    await expectSoon(() => page.locator('main svg[role=img]').count()).toBe(7);
    for (const section of await page.locator(SHOWN).all()) {
      await section.locator('table tbody tr').first().waitFor();
      await expectSoon(() => section.locator('p').first().innerText()).toMatch(/.{40}/u);
    }
    await page.getByText('97.8%').first().waitFor();
    await page.getByRole('rowheader', { name: 'Two independent contacts on file' }).waitFor();
    await page.getByRole('rowheader', { name: 'Nov 2026 (so far)' }).first().waitFor();
  });

  it('hold the share on time against the goal, where the organisation has one', async () => {
    const page = await built.visit('/reports', SHOWN);
    await page.getByText('Below the goal of 98%').waitFor();
    await page
      .getByRole('listitem')
      .filter({ hasText: /^Goal 98%$/u })
      .waitFor();
    desk.report = { ...REPORT, goal: null };
    await page.reload();
    await page.locator(SHOWN).first().waitFor();
    await expectSoon(() => page.getByText(/goal/iu).count()).toBe(0);
  });

  it('keep the period in the address, by name or by two days, and refuse days the wrong way round', async () => {
    const page = await built.visit('/reports', SHOWN);
    await page.getByLabel('Period').selectOption('this_month');
    await page.getByText('1 Nov 2026 – 30 Nov 2026').waitFor();
    await expectSoon(() => new URL(page.url()).search).toBe('?period=this_month');
    await page.getByLabel('Period').selectOption('own');
    await page.getByLabel('First day').fill('5.3.2026');
    await page.getByLabel('Last day').fill('1.2.2026');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByText('Give two dates').waitFor();
    await page.getByLabel('Last day').fill('1.4.2026');
    await page.getByLabel('Last day').press('Enter');
    await page.getByText('5 Mar 2026 – 1 Apr 2026').waitFor();
    await expectSoon(() => new URL(page.url()).search).toBe('?from=2026-03-05&to=2026-04-01');
    await page.reload();
    await page.getByText('5 Mar 2026 – 1 Apr 2026').waitFor();
  });

  it('give a table as CSV, exactly as it is shown', async () => {
    const page = await built.visit('/reports', SHOWN);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'CSV: Reasons for lateness' }).click();
    const file = await saving;
    expect(file.suggestedFilename()).toBe('lateness-2025-12-01-2026-11-30.csv');
    const text = await readFile(await file.path(), 'utf8');
    expect(text.split('\r\n')[0]).toContain('"Reason","Requests"');
    expect(text).toContain('"A register delivered late",31,');
  });

  it('say so where there is nothing to count', async () => {
    desk.report = EMPTY_REPORT;
    const page = await built.visit('/reports', SHOWN);
    await page.getByText('Nothing was late in this period.').waitFor();
    await expectSoon(() => page.locator('main svg[role=img]').count()).toBe(1);
  });

  it('say that they could not be fetched, and try again', async () => {
    desk.refusal = { status: 500, code: 'unexpected' };
    const page = await built.visit('/reports', '[role=alert]');
    desk.refusal = null;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator(SHOWN).first().waitFor();
    await expectSoon(() => page.getByRole('alert').count()).toBe(0);
  });

  it('fit the paper: tools stay away, and who made them when is printed', async () => {
    const page = await built.visit('/reports', SHOWN);
    await page.emulateMedia({ media: 'print' });
    await expectSoon(() => page.getByRole('button', { name: 'Print or save as PDF' }).isVisible()).toBe(false);
    await expectSoon(() => page.getByText('Made on 23 November 2026').isVisible()).toBe(true);
    const overflow = await page
      .locator('main table')
      .evaluateAll(
        (tables) => tables.filter((table) => table.scrollWidth > (table.parentElement?.clientWidth ?? 0) + 1).length,
      );
    expect(overflow).toBe(0);
  });

  it('need nothing that the policy refuses', async () => {
    const page = await built.newPage();
    const complaints = await complaintsOf(page);
    await page.goto(`${built.origin()}/reports`);
    await page.locator(SHOWN).first().waitFor();
    expect(complaints).toEqual([]);
  });

  it.each([
    ['light', 'en'],
    ['dark', 'fi'],
    ['light', 'sv'],
  ] as const)('are accessible in the %s theme, in %s', async (colorScheme, language) => {
    built.speak(language);
    const page = await built.visit('/reports', SHOWN, colorScheme);
    expect(await accessibilityProblems(page, 'all')).toEqual([]);
  });
});
