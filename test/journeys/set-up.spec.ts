import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { freePort } from '#persistence/embedded/free-port';
import { launchBrowser } from '#test/support/browser';
import { fileInBrowser } from '#test/support/portal-pages';
import { startApp, type RunningApp } from '#test/support/processes';
import { startSmtp, type RecordedMail, type TestSmtp } from '#test/support/smtp';
import { eventually } from '#test/support/whole-desk';
import { translatorFor } from '#texts/load-messages';

const MINUTES = 3;
const t = translatorFor('fi');
const ADMINISTRATOR = { name: 'Ylva Ylläpitäjä', email: 'ylva@keksitty.example' } as const;
const PASSWORD = 'invented words, many of them';

/** `npm start -- --no-demo`: everything in one process, with its own database, and a mail server of the company. */
describe('a company sets its desk up', () => {
  let folder: string;
  let smtp: TestSmtp;
  let desk: RunningApp;
  let browser: Browser;
  let page: Page;
  let portalUrl: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'artikla-own-'));
    smtp = await startSmtp();
    const ports = await Promise.all([freePort(), freePort(), freePort(), freePort()]);
    const [consolePort, portalPort, mailboxPort, workerPort] = ports.map(String) as [string, string, string, string];
    portalUrl = `http://localhost:${portalPort}`;
    desk = await startApp('standalone', {
      args: ['--no-demo'],
      env: {
        DATA_DIR: folder,
        SMTP_URL: smtp.url,
        CONSOLE_PORT: consolePort,
        PORTAL_PORT: portalPort,
        MAILBOX_PORT: mailboxPort,
        WORKER_PORT: workerPort,
      },
      withinMs: MINUTES * 60_000,
    });
    browser = await launchBrowser();
    page = await (await browser.newContext({ locale: 'fi-FI' })).newPage();
    page.setDefaultTimeout(15_000);
  }, MINUTES * 60_000);

  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
    await smtp?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  const step = (name: 'organisation' | 'record' | 'registers' | 'mail' | 'request') =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: t(`setup.step.${name}`) }) });
  const done = (name: Parameters<typeof step>[0]): Promise<void> =>
    step(name).getByText(t('setup.done'), { exact: true }).waitFor();
  const openStep = (name: Parameters<typeof step>[0]): Promise<void> => step(name).getByRole('link').click();
  const mailTo = (address: string, subject: RegExp): Promise<RecordedMail> =>
    eventually(`the mail to ${address}`, () =>
      smtp.journal().find((mail) => mail.to.includes(address) && subject.test(mail.raw)),
    );

  const field = (name: 'name' | 'sender' | 'street' | 'postalCode' | 'city' | 'email') =>
    page.getByLabel(t(`administration.field.${name}`), { exact: true });

  /** Saves the page of the settings that is open, and goes back to the steps the way a person does. */
  const saveAndGoOn = async (): Promise<void> => {
    await press(t('administration.save'));
    await page.getByText(t('administration.saved')).waitFor();
    await page.getByRole('link', { name: t('administration.back') }).click();
    await page.getByRole('link', { name: t('administration.continue') }).click();
  };

  it('begins behind the link that the program prints, with the first administrator', async () => {
    const [link = ''] = desk.output().match(/http\S+\/setup#token=\S+/) ?? [];
    await page.goto(link);
    await page.getByLabel(t('setup.first.name')).fill(ADMINISTRATOR.name);
    await page.getByLabel(t('setup.first.email')).fill(ADMINISTRATOR.email);
    await page.getByLabel(t('setup.first.password'), { exact: true }).fill(PASSWORD);
    await press(t('setup.first.submit'));
    await page.getByRole('heading', { name: t('setup.title') }).waitFor();
    expect(page.url()).not.toContain('token');
  }, 60_000);

  it('takes the organisation, and opens the portal with it', async () => {
    expect(await (await fetch(portalUrl)).text()).toContain(t('setup.portal.closed'));
    await openStep('organisation');
    await field('name').first().fill('Keksitty Kahvila Oy');
    await field('sender').fill('tietosuoja@keksitty.example');
    await press(t('administration.save'));
    await page.getByText(t('administration.problem.field')).first().waitFor();
    await field('street').fill('Keksitty katu 1');
    await field('postalCode').fill('00000');
    await field('city').fill('Esimerkkilä');
    await field('email').first().fill('info@keksitty.example');
    await field('email').last().fill('tietosuoja@keksitty.example');
    const title = page.getByRole('group', { name: t('administration.field.dpoTitle') });
    for (const box of await title.getByRole('textbox').all()) await box.fill('Tietosuojavastaava');
    await saveAndGoOn();
    await done('organisation');
    expect(await (await fetch(portalUrl)).text()).toContain('Keksitty Kahvila Oy');
  }, 60_000);

  it('takes the template of the record of processing, and a register that a person searches', async () => {
    await openStep('record');
    await press(t('administration.record.template'));
    await saveAndGoOn();
    await openStep('registers');
    await press(t('administration.registers.add'));
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t('administration.registers.kind.manual')).check();
    await dialog.getByLabel(t('administration.record.id')).fill('kanta-asiakkaat');
    for (const field of await dialog
      .getByRole('group', { name: t('administration.field.name') })
      .getByRole('textbox')
      .all())
      await field.fill('Kanta-asiakkaat');
    await dialog.getByRole('button', { name: t('administration.save') }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: t('administration.back') }).click();
    await page.getByRole('link', { name: t('administration.continue') }).click();
    await done('registers');
    expect(await page.getByText(t('administration.missing.record-empty')).count()).toBe(0);
  }, 60_000);

  it('sends a test mail through the company’s own server', async () => {
    await page.getByLabel(t('setup.mail.to')).fill(ADMINISTRATOR.email);
    await press(t('setup.mail.send'));
    await page.getByText(t('setup.mail.result.accepted')).waitFor();
    expect((await mailTo(ADMINISTRATOR.email, /^Subject:/mu)).from).toBe('tietosuoja@keksitty.example');
    await done('mail');
  }, 60_000);

  it('sends a test request the way of a real one, and takes it out of the queue', async () => {
    await page.getByLabel(t('setup.request.to')).fill('koe@keksitty.example');
    await press(t('setup.request.file'));
    await press(t('setup.request.end'));
    await step('request').getByText('on päätetty').waitFor();
    expect((await mailTo('koe@keksitty.example', /^Subject:/mu)).from).toBe('tietosuoja@keksitty.example');
    await press(t('setup.finish'));
    await page.getByText(t('setup.finished')).waitFor();
  }, 60_000);

  it('ends in a working desk: an officer signs in and finds the request of a person', async () => {
    const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    const person = { name: 'Kanerva Keksitty', email: 'kanerva@example.com' };
    const { reference } = await fileInBrowser(visitor, portalUrl, ['access'], person);
    await mailTo(person.email, /^Subject:/mu);
    await page.goto(new URL('/settings/users', page.url()).href);
    await press(t('administration.users.invite'));
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t('administration.field.name')).fill('Onni Käsittelijä');
    await dialog.getByLabel(t('administration.field.email')).fill('onni@keksitty.example');
    await dialog.getByRole('button', { name: t('administration.users.invite') }).click();
    const [link = ''] = (await dialog.getByText(/first-sign-in/u).innerText()).match(/http\S+/) ?? [];
    await mailTo('onni@keksitty.example', /^Subject:/mu);
    const officer = await (await browser.newContext({ locale: 'fi-FI' })).newPage();
    await officer.goto(link);
    await officer.getByLabel(t('console.firstSignIn.password'), { exact: true }).fill(PASSWORD);
    await officer.getByRole('button', { name: t('console.firstSignIn.submit') }).click();
    await officer.getByRole('link', { name: person.name }).click();
    await officer.locator('#clock').waitFor();
    expect(officer.url()).toContain(reference);
  }, 60_000);
});
