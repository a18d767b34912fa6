import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { PORTAL_PATHS } from '#contracts/portal-pages';
import { freePort } from '#persistence/embedded/free-port';
import { launchBrowser } from '#test/support/browser';
import { signIn } from '#test/support/console-pages';
import { consoleAddresses, faultsAt, portalAddresses } from '#test/support/every-page';
import { fileInBrowser, typeCode } from '#test/support/portal-pages';
import { startApp, type RunningApp } from '#test/support/processes';
import { eventually } from '#test/support/whole-desk';
import { translatorFor } from '#texts/load-messages';

const MINUTES = 4;
const t = translatorFor('fi');

/** `npm start` after its build: one process that makes a database and lives through the demo's past. */
describe('somebody who starts Artikla for the first time', () => {
  let folder: string;
  let desk: RunningApp;
  let browser: Browser;
  let page: Page;
  let mailboxUrl: string;

  const start = async (): Promise<RunningApp> => {
    const ports = await Promise.all([freePort(), freePort(), freePort(), freePort()]);
    const [console, portal, mailbox, worker] = ports.map(String) as [string, string, string, string];
    mailboxUrl = `http://127.0.0.1:${mailbox}`;
    return startApp('standalone', {
      env: {
        DATA_DIR: folder,
        CONSOLE_PORT: console,
        PORTAL_PORT: portal,
        MAILBOX_PORT: mailbox,
        WORKER_PORT: worker,
      },
      withinMs: MINUTES * 60_000,
    });
  };

  const printed = (pattern: RegExp): string => pattern.exec(desk.output())?.[1] ?? '';
  const consoleUrl = (): string => printed(/Console +(http\S+)/u);
  const portalUrl = (): string => printed(/Portal +(http\S+)/u);
  const signInAs = (role: 'officer' | 'approver' | 'administrator') =>
    signIn(
      browser,
      consoleUrl(),
      printed(new RegExp(`${role} +(\\S+@\\S+)`, 'u')),
      printed(/password for all: (\S+)\)/u),
      { reducedMotion: 'reduce' },
    );

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'artikla-first-'));
    desk = await start();
    browser = await launchBrowser();
  }, MINUTES * 60_000);

  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('is told where everything is and how to sign in, and finds requests in every state', async () => {
    page = await signInAs('officer');
    await page.goto(`${consoleUrl()}/queue?view=all_open`);
    await page.locator('tbody tr').nth(20).waitFor();
    const portal = await fetch(`${portalUrl()}/fi`);
    expect(portal.status).toBe(200);
  }, 60_000);

  it('finds every page in order, light and dark, wide and narrow: as officer, as administrator and in the portal', async () => {
    const asStaff = async (role: 'officer' | 'administrator'): Promise<string[]> => {
      const reader = await signInAs(role);
      await reader.goto(`${consoleUrl()}/queue?view=all_open`);
      const request = await reader.locator('tbody a[href^="/requests/"]').first().getAttribute('href');
      const addresses = await consoleAddresses(reader, { '/requests/$reference': [request ?? ''] });
      const faults = await faultsAt(reader, consoleUrl(), addresses);
      return faults.map((fault) => `${role}: ${fault}`);
    };
    const asRequester = async (): Promise<string[]> => {
      // The portal's policy keeps axe out as it keeps out any script, so only this visit looks past it.
      const visitor = await (await browser.newContext({ bypassCSP: true })).newPage();
      const person = { name: 'Ensi Kertalainen', email: 'ensi@person.example' };
      const { reference, secretCode } = await fileInBrowser(visitor, portalUrl(), ['access', 'erasure'], person);
      await visitor.goto(`${portalUrl()}/fi${PORTAL_PATHS.follow}`);
      await visitor.locator('input[name="reference"]').fill(reference);
      await typeCode(visitor, secretCode, t('portal.follow.send'));
      await visitor.waitForURL(`**${PORTAL_PATHS.status}`);
      return faultsAt(visitor, `${portalUrl()}/fi`, portalAddresses());
    };
    const found = await Promise.all([asStaff('officer'), asStaff('administrator'), asRequester()]);
    expect(found.flat()).toEqual([]);
  }, 180_000);

  it('moves the time on by a day, and reminders arrive in the mailbox', async () => {
    const mails = async () => (await (await fetch(`${mailboxUrl}/api/email`)).json()) as unknown[];
    const before = (await mails()).length;
    await page.getByRole('button', { name: t('console.demo.day'), exact: true }).click();
    const after = await eventually('mails of the next day', async () => {
      const { length } = await mails();
      return length > before ? length : undefined;
    });
    expect(after).toBeGreaterThan(before);
  }, 90_000);

  it('goes on where it stopped, with the same password', async () => {
    const password = printed(/password for all: (\S+)\)/u);
    expect(await desk.stop()).toBe(0);
    desk = await start();
    expect(printed(/password for all: (\S+)\)/u)).toBe(password);
    const approver = await signInAs('approver');
    expect(await approver.locator('table').count()).toBe(1);
  }, 90_000);
});
