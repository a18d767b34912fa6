import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { verifyLedger } from '#features/audit/verify';
import { launchBrowser } from '#test/support/browser';
import { giveCommand, signIn } from '#test/support/console-pages';
import { codeIn, linkIn, textOf } from '#test/support/mail-text';
import { fileInBrowser, typeCode } from '#test/support/portal-pages';
import { startRedis, type TestRedis } from '#test/support/redis';
import { expectSoon } from '#test/support/soon';
import { eventually, startWholeDesk, type WholeDesk } from '#test/support/whole-desk';
import { translatorFor } from '#texts/load-messages';
import { entryNames } from '#test/support/zip-entries';
import type { DemoPerson } from '#connectors/demo-register/people';

const MINUTES = 4;
const t = translatorFor('fi');

/** A customer with an e-mail address of their own whose calls were recorded. */
const customerWithRecordings = async (desk: WholeDesk): Promise<DemoPerson> => {
  const { rows } = await desk.registerPool.query<{ customer_number: string }>(
    `select customer_number from customer_register.customers as customer
     where customer.email is not null and customer.id > 20 and exists (
       select from telephony.calls as call where call.customer_number = customer.customer_number and call.recording is not null)
     order by customer.id limit 1`,
  );
  const person = desk.people.find(({ customerNumber }) => customerNumber === rows[0]?.customer_number);
  if (person === undefined || person.email === null) throw new Error('nobody in the demo register was recorded');
  return person;
};

describe.each(['redis', 'postgres'] as const)('an access request with a marketing ban, queue on %s', (backend) => {
  let redis: TestRedis | null = null;
  let desk: WholeDesk;
  let browser: Browser;
  let visitor: Page;
  let person: DemoPerson;
  let email: string;
  let receipt: { reference: string; secretCode: string };

  beforeAll(async () => {
    redis = backend === 'redis' ? await startRedis() : null;
    desk = await startWholeDesk(redis?.url ?? null);
    await Promise.all(['portal', 'api', 'worker'].map((app) => desk.start(app)));
    browser = await launchBrowser();
    // The portal must work without script, so its visitor has none.
    visitor = await (await browser.newContext({ javaScriptEnabled: false, acceptDownloads: true })).newPage();
    person = await customerWithRecordings(desk);
    email = person.email ?? '';
  }, MINUTES * 60_000);

  afterAll(async () => {
    await browser.close();
    await desk.stop();
    await redis?.stop();
  });

  it('is filed in Finnish and acknowledged at once', async () => {
    const name = `${person.givenName} ${person.familyName}`;
    receipt = await fileInBrowser(visitor, desk.portalUrl, ['access', 'direct_marketing'], { name, email });
    const mail = await desk.mailTo(email, (one) => textOf(one).includes('/confirm/'));
    expect(textOf(mail)).toContain(receipt.reference);
    expect(mail.raw).not.toContain(receipt.secretCode);
    expect(mail.raw).not.toContain(person.familyName);
  }, 60_000);

  it('bans marketing without waiting for any proof', async () => {
    await desk.mailTo(email, (mail) => mail.raw.includes(receipt.reference) && !textOf(mail).includes('http'));
    const { rows } = await desk.registerPool.query('select from marketing.suppressions where contact = $1', [email]);
    expect(rows.length).toBeGreaterThan(0);
  }, 60_000);

  it('is confirmed by the link and the code of the receipt; opening the link alone does nothing', async () => {
    const mail = await desk.mailTo(email, (one) => textOf(one).includes('/confirm/'));
    const link = linkIn(mail, '/confirm/');
    for (let scan = 0; scan < 3; scan += 1) await fetch(link);
    await visitor.goto(link);
    await typeCode(visitor, 'AAAA-AAAA-AAAA', t('portal.confirm.send'));
    await expectSoon(() => visitor.getByRole('alert').innerText()).toContain(t('portal.problem.wrong-code'));
    await typeCode(visitor, receipt.secretCode, t('portal.confirm.send'));
    await expectSoon(() => visitor.locator('h1').innerText()).toBe(t('portal.confirmed.title'));
  }, 60_000);

  it('is proven by a code to the contact on file', async () => {
    const mail = await desk.mailTo(email, (one) => textOf(one).includes('/verify/'));
    await visitor.goto(linkIn(mail, '/verify/'));
    await typeCode(visitor, codeIn(mail), t('portal.verify.send'));
    await expectSoon(() => visitor.locator('h1').innerText()).toBe(t('portal.verified.title'));
  }, 60_000);

  it('stands in the officer’s queue with its date and the reason for it', async () => {
    const officer = await signIn(browser, desk.consoleUrl, desk.staff[0]?.email ?? '', desk.password);
    const row = officer.getByRole('row').filter({ hasText: receipt.reference });
    await row.waitFor();
    await row.getByRole('button').first().click();
    await expectSoon(() => officer.getByRole('table', { name: t('console.clock.how') }).innerText()).toContain(
      '1182/71',
    );
    await officer.getByRole('link', { name: `${person.givenName} ${person.familyName}` }).click();
    const callBack = t('common.identity.method.call_back');
    await giveCommand(officer, 'fi', 'confirmIdentity', { choose: callBack, words: 'Soitettu rekisterin numeroon.' });
    await eventually('the recordings to be collected', async () => {
      await officer.reload();
      const decide = officer.getByRole('button', { name: t('console.command.decideRight'), exact: true }).first();
      await decide.waitFor();
      return (await decide.isEnabled()) ? true : undefined;
    });
    await giveCommand(officer, 'fi', 'decideRight', { choose: t('common.outcome.granted') });
    await officer.context().close();
  }, 120_000);

  it('is approved by a second person', async () => {
    const approver = await signIn(browser, desk.consoleUrl, desk.staff[1]?.email ?? '', desk.password);
    await approver.goto(`${desk.consoleUrl}/requests/${receipt.reference}`);
    await eventually('the answer to be built', async () => {
      await approver.reload();
      const approve = approver
        .getByRole('button', { name: translatorFor('sv')('console.command.approveRight'), exact: true })
        .first();
      await approve.waitFor();
      return (await approve.isEnabled()) ? true : undefined;
    });
    await giveCommand(approver, 'sv', 'approveRight');
    const approved = translatorFor('sv')('console.right.approvedBy', { name: desk.staff[1]?.name ?? '' });
    await expectSoon(() => approver.locator('main').innerText()).toContain(approved);
    await approver.context().close();
  }, 60_000);

  it('is fetched with the mailed link and the code of the receipt, recordings and all', async () => {
    const mail = await desk.mailTo(email, (one) => textOf(one).includes('/answer/'));
    const link = linkIn(mail, '/answer/');
    await fetch(link);
    await visitor.goto(link);
    await typeCode(visitor, receipt.secretCode, t('portal.unlock.send'));
    await expectSoon(() => visitor.locator('main').innerText()).toContain(t('portal.answer.missing'));
    const packed = visitor.locator('form', { has: visitor.locator('input[name="file"]') }).last();
    const [download] = await Promise.all([visitor.waitForEvent('download'), packed.getByRole('button').click()]);
    const names = await entryNames(await download.path());
    expect(names).toEqual(
      expect.arrayContaining(['index.html', 'letter.html', 'register/customer-register.json', 'manifest.json']),
    );
    expect(names.some((name) => name.startsWith('recordings/call-recordings/'))).toBe(true);
  }, 60_000);

  it('leaves a ledger that tells all of it and verifies', async () => {
    const [row] = await desk.database.query<{ id: string; stage: string }>(
      'select id, stage from subject_request where reference = $1',
      [receipt.reference],
    );
    expect(row?.stage).toBe('closed');
    const { entries } = await desk.ledger.read(row?.id ?? '');
    const types = entries.map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['answerSent', 'answerOpened', 'documentDownloaded']));
    expect(await verifyLedger(desk.database, desk.verifyingKey, desk.checkpointFile)).toMatchObject({ firstBad: null });
  }, 60_000);

  it('reminders of another request reach the officer by mail as its dates come near and pass', async () => {
    const other = desk.people.filter((one) => one.email !== null && one.email !== email)[60];
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    const filed = await fileInBrowser(page, desk.portalUrl, ['access'], {
      name: 'Toinen Henkilö',
      email: other?.email ?? '',
    });
    const officer = desk.staff[0]?.email ?? '';
    await desk.advance(20);
    const early = await desk.mailTo(officer, (mail) => textOf(mail).includes(filed.reference));
    await desk.advance(20);
    const late = await desk.mailTo(
      officer,
      (mail) => textOf(mail).includes(filed.reference) && mail.messageId !== early.messageId,
    );
    expect(linkIn(late, `/requests/${filed.reference}`)).toContain(desk.consoleUrl);
    expect([...desk.smtp.counts().values()].every((times) => times === 1)).toBe(true);
  }, 90_000);
});
