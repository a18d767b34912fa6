import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { translatorFor } from '#texts/load-messages';
import type { Language } from '#domain/language';

/** A member of staff in a browser of their own, signed in to the console. */
export const signIn = async (
  browser: Browser,
  consoleUrl: string,
  email: string,
  password: string,
  options: BrowserContextOptions = {},
): Promise<Page> => {
  const usual = { viewport: { width: 1440, height: 900 }, locale: 'fi-FI' };
  const page = await (await browser.newContext({ ...usual, ...options })).newPage();
  await page.goto(consoleUrl);
  await page.locator('input[type="email"]').fill(email);
  await page.locator('input[type="password"]').fill(password);
  await page.locator('input[type="password"]').press('Enter');
  await page.locator('table').waitFor();
  return page;
};

/** Gives a command of the request page: opens its dialog, fills it, and waits until the desk has taken it. */
export const giveCommand = async (
  page: Page,
  language: Language,
  command: 'confirmIdentity' | 'decideRight' | 'approveRight',
  fill: { readonly choose?: string; readonly words?: string } = {},
): Promise<void> => {
  const name = translatorFor(language)(`console.command.${command}`);
  await page.getByRole('button', { name, exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  if (fill.choose !== undefined) await dialog.getByText(fill.choose, { exact: true }).first().click();
  if (fill.words !== undefined) await dialog.locator('textarea').first().fill(fill.words);
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
};
