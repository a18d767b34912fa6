import type { Page } from 'playwright-core';
import { accessibilityProblems, complaintsOf } from '#apps/console/test/console-page';
import { PORTAL_PATHS } from '#contracts/portal-pages';
import { SETTING_PAGES } from '#contracts/set-up';
import { LETTER_IDS } from '#letters/letter-catalogue';

/** An ordinary desk, and the narrowest window in which no page may need to be pushed sideways. */
const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 1024, height: 768 };

/** Of the router that runs in the page: it names itself to the browser's tools. */
interface RouterInPage {
  readonly __TSR_ROUTER__: { readonly routesByPath: Readonly<Record<string, unknown>> };
}

/** What stands in an address of the console for its parameters. */
const FILLED: Readonly<Record<string, readonly string[]>> = {
  '/$': ['/no-such-page'],
  '/settings/$': [...SETTING_PAGES, `letters/${LETTER_IDS[0]}/fi`].map((page) => `/settings/${page}`),
};

/** Every address that the console's router knows: a new one is among them by itself, one with parameters is asked for. */
export const consoleAddresses = async (page: Page, more: Readonly<Record<string, readonly string[]>>) => {
  const paths = await page.evaluate(() =>
    Object.keys((globalThis as unknown as RouterInPage).__TSR_ROUTER__.routesByPath),
  );
  const filled = { ...FILLED, ...more };
  return [
    ...new Set(
      paths.flatMap((path) => {
        const addresses = filled[path] ?? [path];
        if (addresses.some((address) => address.includes('$'))) throw new Error(`What stands for $ in ${path}?`);
        return addresses;
      }),
    ),
  ];
};

/** Every address of the portal below its language; links in them are such as nobody was ever sent. */
export const portalAddresses = (): readonly string[] =>
  Object.values(PORTAL_PATHS).map((path) => path.replace(':link', 'no-such-link').replace(':right', 'access'));

/** In the page: its heading is there, and nothing of it is on its way. Looked at with every frame, unlike a locator. */
const stands = (): boolean =>
  document.querySelector('h1') !== null &&
  document.querySelector('[aria-busy=true], [data-visible][data-animate]') === null;

const sidewaysBy = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const scrolled = [document.documentElement, document.querySelector('main')].filter((place) => place !== null);
    return Math.max(...scrolled.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
  });

/** What is wrong with what stands on the page now: in light and wide everything, in dark what depends on colour. */
const faultsNow = async (page: Page): Promise<string[]> => {
  const found: string[] = [];
  await page.setViewportSize(WIDE);
  await page.emulateMedia({ colorScheme: 'light' });
  found.push(...(await accessibilityProblems(page, 'all')));
  if (!/^\S.* – \S/u.test(await page.title())) found.push(`the title "${await page.title()}"`);
  const headings = await page.locator('h1').count();
  if (headings !== 1) found.push(`${headings} h1`);

  await page.setViewportSize(NARROW);
  await page.emulateMedia({ colorScheme: 'dark' });
  // The portal follows the system by itself; the console says so on its root.
  await page.locator('html:not([data-mantine-color-scheme=light])').waitFor({ state: 'attached' });
  found.push(...(await accessibilityProblems(page, 'contrast')).map((fault) => `dark: ${fault}`));
  const over = await sidewaysBy(page);
  if (over > 0) found.push(`${over} px too wide at ${NARROW.width}`);
  return found;
};

/** The page as it comes up, and behind each of its other tabs. */
const faultsOf = async (page: Page): Promise<string[]> => {
  await page.waitForFunction(stands);
  const found = await faultsNow(page);
  for (const tab of (await page.getByRole('tab').all()).slice(1)) {
    await tab.click();
    await tab.and(page.getByRole('tab', { selected: true })).waitFor();
    found.push(...(await faultsNow(page)).map((fault) => `a further tab: ${fault}`));
  }
  return found;
};

/** The faults of every address, each with where it was found, and what the scripts of the pages complained about. */
export const faultsAt = async (page: Page, base: string, addresses: readonly string[]): Promise<string[]> => {
  const complaints = await complaintsOf(page);
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} from ${response.url()}`);
  });
  const found: string[] = [];
  for (const address of addresses) {
    await page.goto(`${base}${address}`);
    const faults = [...(await faultsOf(page)), ...complaints.splice(0)];
    found.push(...faults.map((fault) => `${address}: ${fault}`));
  }
  return found;
};
