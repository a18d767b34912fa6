import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expectFocus } from '#test/support/soon';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Less than a test may take, so that it is told what was waited for in vain. */
const WAIT_MS = 20_000;

/** A browser profile of its own, with the window of an ordinary desk. */
export const newProfile = async (browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> => {
  const viewport = { width: 1440, height: 900 };
  const profile = await browser.newContext({ viewport, reducedMotion: 'reduce', ...options });
  profile.setDefaultTimeout(WAIT_MS);
  return profile;
};

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

/** Waits until nothing of the page is still on its way. */
export const settled = (page: Page): Promise<void> =>
  page.locator('[aria-busy=true], [data-visible][data-animate]').first().waitFor({ state: 'detached' });

/** Opens the account, and waits until the keys go there. */
export const openAccount = async (page: Page): Promise<void> => {
  await page.locator('header button[aria-haspopup=dialog]').last().click();
  await expectFocus(page.getByRole('dialog'));
};

/** Opens the dialog in which the right of access of the sample request is decided. */
export const openDecision = async (page: Page): Promise<void> => {
  await page.locator('#right-access').getByRole('button', { name: 'Decide', exact: true }).click();
  await expectFocus(page.getByRole('dialog'));
};

/** What axe finds wrong with the page once it is settled, one line each; `contrast` looks at nothing else. */
export const accessibilityProblems = async (page: Page, rules: 'all' | 'contrast'): Promise<string[]> => {
  await settled(page);
  const runOnly = rules === 'all' ? STANDARDS : ['color-contrast'];
  // What passes is not listed: that would be most of each answer, and most of the time. The pages have no foreign frames,
  // which is all that the way through every frame would add.
  const axe = new AxeBuilder({ page }).options({ runOnly, resultTypes: ['violations'] }).setLegacyMode();
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
};
