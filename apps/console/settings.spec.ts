import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DEFAULT_CLOCK_SETTINGS } from '#domain/clock-settings';
import { expectSoon, expectFocus, focusOn } from '#test/support/soon';
import { builtConsole } from './test/built-console.js';
import { accessibilityProblems } from './test/console-page.js';

const SETTINGS = '/settings/time-limits';

const built = builtConsole();
const { desk } = built;

const change = async (): Promise<Page> => {
  built.be('administrator');
  const page = await built.visit(SETTINGS, 'form');
  await page.getByLabel('Share of the statutory time').fill('40');
  return page;
};

const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Save' }).click();

describe('the time limits and reminders', () => {
  it('are read by everyone and changed by administrators only', async () => {
    const page = await built.visit(SETTINGS, 'form');
    await page.getByText('Only an administrator changes these.').waitFor();
    await expectSoon(() => page.getByLabel('Share of the statutory time').isDisabled()).toBe(true);
    await expectSoon(() => page.getByLabel('Share of the statutory time').inputValue()).toBe('50');
    await expectSoon(() => page.getByRole('button', { name: 'Save' }).count()).toBe(0);
  });

  it('are changed by the keyboard alone, against the version that was looked at', async () => {
    built.be('administrator');
    const page = await built.visit(SETTINGS, 'form');
    await focusOn(page.getByLabel('Saturdays, Sundays and statutory holidays'));
    await page.keyboard.press('ArrowDown');
    await expectFocus(page.locator('[value="fi-150-1930"]:checked'));
    await page.keyboard.press('Tab');
    await expectFocus(page.getByLabel('Share of the statutory time'));
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
    await expectSoon(() => page.locator(':focus').inputValue()).toBe('soon');
    expect(desk.written).toEqual([]);
  });

  it('keep what was typed when somebody else was quicker, and say so', async () => {
    const page = await change();
    desk.refusal = { status: 412, code: 'version-outdated' };
    await save(page);
    await page.getByRole('alert').getByText('Somebody else has changed the settings meanwhile.').waitFor();
    await expectSoon(() => page.getByLabel('Share of the statutory time').inputValue()).toBe('40');
  });

  it('are not left unsaved by mistake', async () => {
    const page = await change();
    await page.getByRole('link', { name: 'All open' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Stay' }).click();
    await expectSoon(() => page.getByLabel('Share of the statutory time').inputValue()).toBe('40');
    await page.getByRole('link', { name: 'All open' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
    await page.waitForURL('**/queue');
    expect(desk.written).toEqual([]);
  });

  it.each([
    ['light', 'fi'],
    ['dark', 'sv'],
  ] as const)('are accessible in the %s theme, in %s, to read and to change', async (colorScheme, language) => {
    for (const role of ['officer', 'administrator'] as const) {
      built.be(role, language);
      const page = await built.visit(SETTINGS, 'form', colorScheme);
      expect(await accessibilityProblems(page, 'all')).toEqual([]);
    }
  });
});
