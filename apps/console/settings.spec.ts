import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DEFAULT_CLOCK_SETTINGS } from '#domain/clock-settings';
import { openBuiltConsole, type BuiltConsole } from './test/built-console.js';
import { accessibilityProblems, newProfile } from './test/console-page.js';
import type { Desk } from './test/fake-api.js';
import { SESSION } from './test/fixtures/session.js';

const SETTINGS = '/settings/time-limits';

let built: BuiltConsole;
let desk: Desk;

beforeAll(async () => {
  built = await openBuiltConsole();
  ({ desk } = built);
}, 120_000);

afterEach(() => built.reset());

afterAll(() => built.close());

const asAdministrator = (): void => {
  desk.session = { ...SESSION, user: { ...SESSION.user, role: 'administrator' } };
};

const change = async (): Promise<Page> => {
  asAdministrator();
  const page = await built.visit(SETTINGS, 'form');
  await page.getByLabel('Share of the statutory time').fill('40');
  return page;
};

const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Save' }).click();

describe('the time limits and reminders', () => {
  it('are read by everyone and changed by administrators only', async () => {
    const page = await built.visit(SETTINGS, 'form');
    await page.getByText('Only an administrator changes these.').waitFor();
    expect(await page.getByLabel('Share of the statutory time').isDisabled()).toBe(true);
    expect(await page.getByLabel('Share of the statutory time').inputValue()).toBe('50');
    expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
  });

  it('are changed by the keyboard alone, against the version that was looked at', async () => {
    asAdministrator();
    const page = await built.visit(SETTINGS, 'form');
    await page.getByLabel('Saturdays, Sundays and statutory holidays').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('40');
    await page.keyboard.press('Enter');
    await page.getByText('Saved.').waitFor();
    expect(desk.written).toEqual([
      {
        method: 'PUT',
        path: '/api/v1/settings/clock',
        body: {
          ...DEFAULT_CLOCK_SETTINGS,
          holidayPolicy: 'fi-150-1930',
          internalTargets: { ...DEFAULT_CLOCK_SETTINGS.internalTargets, share: 0.4 },
        },
        ifMatch: '1',
        idempotencyKey: expect.any(String),
      },
    ]);
  });

  it('say beside the field what does not hold, and lead there', async () => {
    const page = await change();
    await page.getByLabel('Answer', { exact: true }).fill('soon');
    await save(page);
    await page.getByText('Give whole numbers separated by commas.').waitFor();
    expect(await page.locator(':focus').inputValue()).toBe('soon');
    expect(desk.written).toEqual([]);
  });

  it('keep what was typed when somebody else was quicker, and say so', async () => {
    const page = await change();
    desk.refusal = { status: 412, code: 'version-outdated' };
    await save(page);
    await page.getByRole('alert').getByText('Somebody else has changed the settings meanwhile.').waitFor();
    expect(await page.getByLabel('Share of the statutory time').inputValue()).toBe('40');
  });

  it('are not left unsaved by mistake', async () => {
    const page = await change();
    await page.getByRole('link', { name: 'All open' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Stay' }).click();
    expect(await page.getByLabel('Share of the statutory time').inputValue()).toBe('40');
    await page.getByRole('link', { name: 'All open' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
    await page.waitForURL('**/queue');
    expect(desk.written).toEqual([]);
  });

  it.each([
    ['light', 'fi'],
    ['dark', 'sv'],
  ] as const)('are accessible in the %s theme, in %s, to read and to change', async (colorScheme, language) => {
    const profile = await newProfile(built.browser, { colorScheme, bypassCSP: true });
    const page = await profile.newPage();
    for (const role of ['officer', 'administrator'] as const) {
      desk.session = { ...SESSION, user: { ...SESSION.user, role, language } };
      await page.goto(built.origin + SETTINGS);
      await page.locator('form').waitFor();
      expect(await accessibilityProblems(page, 'all')).toEqual([]);
    }
    await profile.close();
  });
});
