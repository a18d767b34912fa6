import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import type { Language } from '#domain/language';
import { launchBrowser } from '#test/support/browser';
import { newProfile } from './console-page.js';
import { newDesk, serveConsole, type Desk } from './fake-api.js';
import { SESSION } from './fixtures/session.js';

const CONSOLE = join(import.meta.dirname, '..');

/** The console as it is shipped, before a fake desk, with a browser. */
export const openBuiltConsole = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'artikla-console-'));
  const vite = join(process.cwd(), 'node_modules/vite/bin/vite.js');
  // Under jest's own NODE_ENV the libraries would come in their slow development form.
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [vite, 'build', CONSOLE, '--outDir', folder], { env });
  const desk: Desk = newDesk();
  const [browser, { server, origin }] = await Promise.all([launchBrowser(), serveConsole(folder, desk)]);
  /** Shared by the tests: a profile that has the scripts already opens pages in half the time. */
  const profile = await newProfile(browser);
  return {
    folder,
    browser,
    profile,
    origin,
    desk,
    /** As before any test. */
    reset: async (): Promise<void> => {
      await Promise.all(profile.pages().map((page) => page.close()));
      Object.assign(desk, newDesk());
    },
    speak: (language: Language): void => {
      desk.session = { ...SESSION, user: { ...SESSION.user, language } };
    },
    /** Opens a page and waits until what it is about is there. */
    visit: async (path: string, shows = path.startsWith('/queue') ? 'tbody tr' : 'h1'): Promise<Page> => {
      const page = await profile.newPage();
      await page.goto(origin + path);
      await page.locator(shows).first().waitFor();
      return page;
    },
    close: async (): Promise<void> => {
      await browser.close();
      server.close();
      await rm(folder, { recursive: true });
    },
  };
};

export type BuiltConsole = Awaited<ReturnType<typeof openBuiltConsole>>;
