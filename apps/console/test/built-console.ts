import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Language } from '#domain/language';
import type { StaffRole } from '#domain/request/actor';
import { launchBrowser } from '#test/support/browser';
import { newProfile, settled } from './console-page.js';
import { newDesk, serveConsole, type Desk } from './fake-api.js';
import { SESSION } from './fixtures/session.js';

const CONSOLE = join(import.meta.dirname, '..');

interface Opened {
  readonly folder: string;
  readonly browser: Browser;
  readonly profile: BrowserContext;
  readonly origin: string;
  readonly close: () => Promise<void>;
}

const build = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'artikla-console-'));
  const vite = join(process.cwd(), 'node_modules/vite/bin/vite.js');
  // Under jest's own NODE_ENV the libraries would come in their slow development form.
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [vite, 'build', CONSOLE, '--outDir', folder], { env });
  return folder;
};

const open = async (desk: Desk): Promise<Opened> => {
  // A whole run of the tests has built it already, and says where.
  const ready = process.env['TEST_CONSOLE'];
  const folder = ready ?? (await build());
  const [browser, { server, origin }] = await Promise.all([launchBrowser(), serveConsole(folder, desk)]);
  return {
    folder,
    browser,
    profile: await newProfile(browser),
    origin,
    close: async () => {
      await browser.close();
      server.close();
      if (ready === undefined) await rm(folder, { recursive: true });
    },
  };
};

/** The console as it is shipped, before a fake desk, with one browser for the tests of a file; as new for each test. */
export const builtConsole = () => {
  const desk = newDesk();
  let opened: Opened;
  beforeAll(async () => {
    opened = await open(desk);
  }, 120_000);
  afterEach(async () => {
    await Promise.all(opened.profile.pages().map((page) => page.close()));
    Object.assign(desk, newDesk());
  });
  afterAll(() => opened.close());
  const be = (role: StaffRole, language: Language = 'en'): void => {
    desk.session = { ...SESSION, user: { ...SESSION.user, role, language } };
  };
  return {
    desk,
    /** Where the files of the build are. */
    folder: (): string => opened.folder,
    origin: (): string => opened.origin,
    /** A profile that has kept nothing. The caller closes it. */
    newProfile: (options?: BrowserContextOptions): Promise<BrowserContext> => newProfile(opened.browser, options),
    be,
    speak: (language: Language): void => be(SESSION.user.role, language),
    /** A page with nothing in it yet. The profile is shared: one that has the scripts already opens pages in half the time. */
    newPage: (): Promise<Page> => opened.profile.newPage(),
    /** Opens a page and waits until what it is about is there, and the rest of it. */
    visit: async (
      path: string,
      shows = path.startsWith('/queue') ? 'tbody tr' : 'h1',
      colorScheme: 'light' | 'dark' = 'light',
    ): Promise<Page> => {
      const page = await opened.profile.newPage();
      await page.emulateMedia({ colorScheme });
      await page.goto(opened.origin + path);
      await page.locator(shows).first().waitFor();
      await settled(page);
      return page;
    },
  };
};
