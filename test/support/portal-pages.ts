import type { Page } from 'playwright-core';
import { translatorFor } from '#texts/load-messages';
import type { Right } from '#domain/law/rights';
import { expectSoon } from './soon.js';

const t = translatorFor('fi');

const SECRET_CODE = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/;

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name }).click();

/** A person in a browser fills the Finnish form, page by page, and reads the receipt. */
export const fileInBrowser = async (
  page: Page,
  portalUrl: string,
  rights: readonly Right[],
  person: { readonly name: string; readonly email: string },
): Promise<{ reference: string; secretCode: string }> => {
  await page.goto(`${portalUrl}/fi`);
  await page.getByRole('link', { name: t('portal.start.begin') }).click();
  for (const right of rights) await page.locator(`input[name="rights"][value="${right}"]`).check();
  await press(page, t('portal.frame.continue'));
  await page.locator('input[name="name"]').fill(person.name);
  await page.locator('input[name="email"]').fill(person.email);
  await press(page, t('portal.frame.continue'));
  await press(page, t('portal.check.send'));
  // The page before it has none, so the receipt is there once this is.
  await expectSoon(() => page.locator('main').innerText()).toMatch(SECRET_CODE);
  const receipt = await page.locator('main').innerText();
  const [reference = ''] = receipt.match(/\b[0-9A-Z]{5}-[0-9A-Z]{5}\b/) ?? [];
  const [secretCode = ''] = receipt.match(SECRET_CODE) ?? [];
  return { reference, secretCode };
};

/** Types a code on a page of the portal and posts it. */
export const typeCode = async (page: Page, code: string, button: string): Promise<void> => {
  await page.locator('input[name="code"]').fill(code);
  await press(page, button);
};
