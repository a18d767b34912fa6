import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectFocus, expectSoon } from '#test/support/soon';
import { builtConsole } from './test/built-console.js';
import { accessibilityProblems } from './test/console-page.js';

const built = builtConsole();

const ROW = 'KMNP-5QRS-6TVW';

const peek = (page: Page) => page.getByRole('complementary', { name: 'Preview' });
const row = (page: Page, reference: string) => page.locator(`[data-row-link="${reference}"]`);

const visitPeeking = async (): Promise<Page> => {
  const page = await built.visit('/queue');
  await row(page, ROW).focus();
  await page.keyboard.press('Space');
  await peek(page).getByRole('heading', { name: 'Aino Exempel' }).waitFor();
  return page;
};

describe('a look into a request from the queue', () => {
  it('tells its clock, the next step, its rights and what happened last, and leaves the focus on the row', async () => {
    const page = await visitPeeking();
    const words = await peek(page).innerText();
    expect(words).toContain('Answer by Monday 8 February 2027');
    expect(words).toContain('Make the decision');
    expect(words).toContain('Erasure');
    expect(await peek(page).getByRole('listitem').count()).toBeGreaterThan(3);
    await expectFocus(row(page, ROW));
    await expectSoon(() => new URL(page.url()).pathname).toBe('/queue');
  });

  it('goes along with j and k, and closes with Escape or Space', async () => {
    const page = await visitPeeking();
    await page.keyboard.press('j');
    await peek(page).getByRole('heading', { name: 'Sam Sample' }).waitFor();
    await page.keyboard.press('Escape');
    await peek(page).waitFor({ state: 'detached' });
    await expectFocus(row(page, 'SEVR-1ABC-7DEF'));
    await page.keyboard.press('Space');
    await peek(page).getByRole('heading', { name: 'Sam Sample' }).waitFor();
    await page.keyboard.press('Space');
    await peek(page).waitFor({ state: 'detached' });
    await expectSoon(() => peek(page).count()).toBe(0);
  });

  it('says it in words when the request cannot be shown', async () => {
    const page = await built.visit('/queue');
    await row(page, 'MARK-4TVW-1XYZ').focus();
    await page.keyboard.press('Space');
    await expectSoon(() => peek(page).innerText()).toMatch(/you may not see it/u);
  });

  it('leaves Space to boxes and buttons', async () => {
    const page = await built.visit('/queue');
    const box = page.locator('tbody input[type=checkbox]').first();
    await box.focus();
    await page.keyboard.press('Space');
    await expectSoon(() => box.isChecked()).toBe(true);
    await expectSoon(() => peek(page).count()).toBe(0);
  });

  it('leads to the request itself', async () => {
    const page = await visitPeeking();
    await peek(page).getByRole('link', { name: 'Open the request' }).click();
    await page.waitForURL(`**/requests/${ROW}`);
    await peek(page).waitFor({ state: 'detached' });
    await expectFocus(page.locator('h1'));
  });

  it.each(['light', 'dark'] as const)('is accessible in the %s theme', async (theme) => {
    const page = await built.visit('/queue', 'tbody tr', theme);
    await row(page, ROW).focus();
    await page.keyboard.press('Space');
    await peek(page).getByRole('heading', { name: 'Aino Exempel' }).waitFor();
    expect(await accessibilityProblems(page, theme === 'light' ? 'all' : 'contrast')).toEqual([]);
  });
});
