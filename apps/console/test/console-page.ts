import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A browser profile of its own, with the window of an ordinary desk. */
export const newProfile = (browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', ...options });

/** What a page's policy refused and what its scripts complained about; refusals by the server are no complaint. */
export const complaintsOf = async (page: Page): Promise<string[]> => {
  const complaints: string[] = [];
  await page.exposeFunction('complain', (complaint: string) => complaints.push(complaint));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      (globalThis as unknown as { complain: (complaint: string) => void }).complain(
        `${effectiveDirective} refused ${blockedURI}`,
      );
    });
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    const expected = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !expected) complaints.push(message.text());
  });
  return complaints;
};

/** What axe finds wrong with the page as it stands, one line each; `contrast` looks at nothing else. */
export const accessibilityProblems = async (page: Page, rules: 'all' | 'contrast'): Promise<string[]> => {
  const axe = new AxeBuilder({ page });
  const chosen = rules === 'all' ? axe.withTags(STANDARDS) : axe.withRules(['color-contrast']);
  const { violations } = await chosen.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
};
