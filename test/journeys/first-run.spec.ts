import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { freePort } from '#persistence/embedded/free-port';
import { launchBrowser } from '#test/support/browser';
import { signIn } from '#test/support/console-pages';
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
  const signInAs = (role: 'officer' | 'approver') =>
    signIn(
      browser,
      printed(/Console +(http\S+)/u),
      printed(new RegExp(`${role} +(\\S+@\\S+)`, 'u')),
      printed(/password for all: (\S+)\)/u),
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
    await page.goto(`${printed(/Console +(http\S+)/u)}/queue?view=all_open`);
    await page.locator('tbody tr').nth(20).waitFor();
    const portal = await fetch(`${printed(/Portal +(http\S+)/u)}/fi`);
    expect(portal.status).toBe(200);
  }, 60_000);

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
