import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openBuiltConsole, type BuiltConsole } from './test/built-console.js';
import { accessibilityProblems } from './test/console-page.js';
import { SESSION } from './test/fixtures/session.js';

let built: BuiltConsole;

beforeAll(async () => {
  built = await openBuiltConsole();
}, 120_000);

afterEach(() => built.reset());

afterAll(() => built.close());

const openAccount = async (): Promise<Page> => {
  const page = await built.visit('/queue', 'table');
  await page.locator('header button[aria-haspopup=dialog]').last().click();
  return page;
};

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('the calendar feed in the account', () => {
  it('is made with one press and its address shown once', async () => {
    const page = await openAccount();
    await button(page, 'Make an address').click();
    await page.getByText('http://localhost:3000/calendar/sample.ics').waitFor();
    expect(await accessibilityProblems(page, 'all')).toEqual([]);
    await page.reload();
    await page.locator('header button[aria-haspopup=dialog]').last().click();
    await page.getByText(/^You have an address since/).waitFor();
    expect(await page.getByText('sample.ics').count()).toBe(0);
  });

  it('is renewed and ended', async () => {
    built.desk.calendarFeed = '2026-11-01T08:00:00Z';
    const page = await openAccount();
    await button(page, 'Make a new address').click();
    await page.getByText('sample.ics').waitFor();
    await button(page, 'End it').click();
    await button(page, 'Make an address').waitFor();
    expect(await page.getByText('sample.ics').count()).toBe(0);
    expect(built.desk.written.map(({ method }) => method)).toEqual(['POST', 'DELETE']);
  });

  it('is for those who handle requests only', async () => {
    built.desk.session = { ...SESSION, user: { ...SESSION.user, role: 'auditor' } };
    const page = await openAccount();
    await button(page, 'Sign out').waitFor();
    expect(await page.getByText('Due dates in your calendar').count()).toBe(0);
  });
});
