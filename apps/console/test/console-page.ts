import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A page of the console that keeps what its policy refused and what it complained about. */
export interface ConsolePage {
  readonly page: Page;
  /** Violations of the page's policy, as "directive blocked-address". */
  readonly refused: string[];
  /** Errors of scripts, but not of answers that are refusals on purpose. */
  readonly errors: string[];
}

/** A fresh browser profile with one page in it. The caller closes the page's context. */
export const openConsole = async (browser: Browser, options: BrowserContextOptions = {}): Promise<ConsolePage> => {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const refused: string[] = [];
  const errors: string[] = [];
  await page.exposeFunction('keepRefusal', (refusal: string) => refused.push(refusal));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      (globalThis as unknown as { keepRefusal: (refusal: string) => void }).keepRefusal(
        `${effectiveDirective} ${blockedURI}`,
      );
    });
  });
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      errors.push(message.text());
  });
  return { page, refused, errors };
};

/** What axe finds wrong with the page as it stands, one line each. */
export const accessibilityProblems = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
};
