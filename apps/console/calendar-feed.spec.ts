import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectSoon } from '#test/support/soon';
import { builtConsole } from './test/built-console.js';
import { accessibilityProblems, openAccount } from './test/console-page.js';

const built = builtConsole();

const visitAccount = async (): Promise<Page> => {
  const page = await built.visit('/queue', 'table');
  await openAccount(page);
  return page;
};

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('the calendar feed in the account', () => {
  it('is made with one press and its address shown once', async () => {
    const page = await visitAccount();
    await button(page, 'Make an address').click();
    await page.getByText('http://localhost:3000/calendar/sample.ics').waitFor();
    expect(await accessibilityProblems(page, 'all')).toEqual([]);
    await page.reload();
    await openAccount(page);
    await page.getByText(/^You have an address since/).waitFor();
    await expectSoon(() => page.getByText('sample.ics').count()).toBe(0);
  });

  it('is renewed and ended', async () => {
    built.desk.calendarFeed = '2026-11-01T08:00:00Z';
    const page = await visitAccount();
    await button(page, 'Make a new address').click();
    await page.getByText('sample.ics').waitFor();
    await button(page, 'End it').click();
    await button(page, 'Make an address').waitFor();
    await expectSoon(() => page.getByText('sample.ics').count()).toBe(0);
    expect(built.desk.written.map(({ method }) => method)).toEqual(['POST', 'DELETE']);
  });

  it('is for those who handle requests only', async () => {
    built.be('auditor');
    const page = await visitAccount();
    await button(page, 'Sign out').waitFor();
    await expectSoon(() => page.getByText('Due dates in your calendar').count()).toBe(0);
  });
});
