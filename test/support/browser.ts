import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Chromium asks its maker for updates and settings unless told not to; tests talk to nobody but the desk. */
const STAY_AT_HOME = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--disable-gpu',
];

/** The browser that CHROMIUM names, otherwise the system's own. */
export const findChromium = (): string | undefined =>
  [process.env['CHROMIUM'] ?? '', ...USUAL_PLACES].find((place) => existsSync(place));

/** A browser without a window. The caller closes it. */
export const launchBrowser = (): Promise<Browser> => {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium: install the package chromium, or set CHROMIUM to its path.');
  return chromium.launch({ executablePath, args: STAY_AT_HOME });
};
