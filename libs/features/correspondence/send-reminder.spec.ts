import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { Addresses } from '#contracts/addresses';
import { isRefusal } from '#domain/request/refusal';
import { datesToRemindOf } from '#domain/request/standing';
import { stillWanted } from '#domain/request/still-wanted';
import { NoMailJournal } from '#letters/mail-journal';
import { createMailTransport } from '#letters/mail-transport';
import { isConflict } from '#persistence/ledger';
import { Organisation } from '#persistence/organisation';
import { RequestContent } from '#persistence/request-content';
import { cancel, claim, type ClaimedEffect } from '#queue/effect-rows';
import { fileRequest, openDesk, type TestDesk } from '#test/support/desk';
import { textOf } from '#test/support/mail-text';
import { inTurn, startSmtp, type TestSmtp } from '#test/support/smtp';
import { MailSender } from './mail-sender.js';
import { MailStore } from './mail-store.js';
import { SendReminder } from './send-reminder.js';
import { StaffMail } from './staff-mail.js';
import type { Actor } from '#domain/request/actor';
import type { Command } from '#domain/request/commands';

const LEASE = 30;
const OFFICER: Actor = { kind: 'staff', id: '01900000-0000-7000-8000-00000000000a', role: 'officer' };
const CONTROLLER = readFileSync(new URL('../../../data/demo/controller.json', import.meta.url), 'utf8');

let desk: TestDesk;
let smtp: TestSmtp;
let handler: SendReminder;

const addStaff = (id: string, role: string, language: string) =>
  desk.database.query(
    `insert into staff_user (id, email, name, role, language, created_at) values ($1, $2, 'Testi', $3, $4, now())`,
    [id, `${role}@example.com`, role, language],
  );

beforeAll(async () => {
  desk = await openDesk();
  smtp = await startSmtp();
  await desk.database.query('update controller set profile = $1', [CONTROLLER]);
  await addStaff('01900000-0000-7000-8000-00000000000a', 'officer', 'fi');
  await addStaff('01900000-0000-7000-8000-00000000000b', 'approver', 'sv');
  await addStaff('01900000-0000-7000-8000-00000000000c', 'administrator', 'en');
  const organisation = new Organisation(desk.orm);
  const store = new MailStore(desk.database, new RequestContent(desk.database, desk.keyring));
  const sender = new MailSender(store, createMailTransport(smtp.url), new NoMailJournal());
  const addresses = new Addresses('https://desk.example.org', 'https://privacy.example.org');
  handler = new SendReminder(
    desk.database,
    desk.clock,
    organisation,
    new StaffMail(desk.database, organisation, addresses, store, sender),
  );
});
afterAll(async () => {
  await smtp.stop();
  await desk.close();
});

/** Puts the desk's clock at nine in the morning in Helsinki. */
const goTo = (day: string) =>
  desk.database.query('update artikla.time_shift set shift = $1::timestamptz - statement_timestamp()', [
    `${day}T09:00:00+02:00`,
  ]);

const give = async (requestId: string, command: Command, content: object = {}) => {
  const outcome = await desk.ledger.apply(requestId, command, OFFICER, { content });
  if (isRefusal(outcome) || isConflict(outcome)) throw new Error(JSON.stringify(outcome));
};

/** Runs what is due of a request as the worker does, and gives what was mailed: to whom, in which words. */
const remind = async (requestId: string): Promise<{ to: string; text: string }[]> => {
  const before = smtp.journal().length;
  const due = await desk.database.query<{ id: string }>(
    `select id from effect where request_id = $1 and kind = 'remind' and state = 'pending' and due_at <= artikla.now()
     order by due_at, id`,
    [requestId],
  );
  for (const { id } of due) await run(id);
  return smtp
    .journal()
    .slice(before)
    .map((mail) => ({ to: mail.to.join(), text: textOf(mail) }));
};

const run = async (id: string): Promise<void> => {
  const effect = (await claim(desk.database, id, 'worker', LEASE)) as ClaimedEffect<'remind'>;
  const { state } = await desk.ledger.read(effect.requestId);
  const { calendar, today } = (await desk.clock.read()).in(state);
  const wanted = stillWanted(state, 'remind', effect.data, () => datesToRemindOf(state, calendar, today));
  const result = wanted ? await handler.run(effect, state) : null;
  if (result === null) return cancel(desk.database, effect, wanted ? 'superseded' : 'no-longer-wanted');
  await desk.ledger.apply(
    effect.requestId,
    result.command,
    { kind: 'desk' },
    { settles: { effectId: effect.id, leaseOwner: effect.leaseOwner } },
  );
};

const file = async (): Promise<{ requestId: string; reference: string }> => {
  await goTo('2026-11-09');
  const { requestId, state } = await fileRequest(desk, ['access']);
  await give(requestId, { type: 'startVerification' });
  return { requestId, reference: state.reference };
};

describe('a reminder', () => {
  it('says the reason and the date to everyone who could act, each in their language, with a link and no name', async () => {
    const { requestId, reference } = await file();
    await goTo('2026-11-19');
    const mails = await remind(requestId);
    expect(mails.map(({ to }) => to).toSorted()).toEqual(['approver@example.com', 'officer@example.com']);
    const [officer] = mails.filter(({ to }) => to === 'officer@example.com');
    expect(officer?.text).toContain(
      '14 työpäivää jäljellä: vastaus on annettava viimeistään keskiviikkona 9. joulukuuta',
    );
    expect(officer?.text).toContain(`https://desk.example.org/requests/${reference}`);
    const [approver] = mails.filter(({ to }) => to === 'approver@example.com');
    expect(approver?.text).toContain('14 arbetsdagar kvar');
    expect(mails.map(({ text }) => text).join()).not.toMatch(/Esimerkki,|testi@example\.org/);
  });

  it('goes to the assignee alone while there is one who is still here', async () => {
    const { requestId } = await file();
    await give(requestId, { type: 'assign', assignee: '01900000-0000-7000-8000-00000000000b' });
    await goTo('2026-11-19');
    expect((await remind(requestId)).map(({ to }) => to)).toEqual(['approver@example.com']);
  });

  it('goes also to whoever stands in for the assignee that day, stands in the console of both, and after it to one again', async () => {
    const [absent, deputy] = ['01900000-0000-7000-8000-00000000000b', '01900000-0000-7000-8000-00000000000a'];
    const { requestId, reference } = await file();
    await give(requestId, { type: 'assign', assignee: absent });
    await desk.database.query(
      `insert into deputy_naming (absent_id, version, deputy_id, from_on, to_on, named_by, named_at)
       values ($1, 1, $2, '2026-11-19', '2026-11-20', $1, now())`,
      [absent, deputy],
    );
    await goTo('2026-11-19');
    expect((await remind(requestId)).map(({ to }) => to).toSorted()).toEqual([
      'approver@example.com',
      'officer@example.com',
    ]);
    const noted = await desk.database.query<{ user_id: string; causes: object }>(
      'select user_id, causes from staff_notice where request_id = $1 order by user_id',
      [requestId],
    );
    const causes = [{ kind: 'before_due', date: '2026-12-09', count: 14 }];
    expect(noted).toEqual([
      { user_id: deputy, causes },
      { user_id: absent, causes },
    ]);
    expect(JSON.stringify(noted)).not.toContain(reference);
    await goTo('2026-11-30');
    expect((await remind(requestId)).map(({ to }) => to)).toEqual(['approver@example.com']);
    await desk.database.query(
      `insert into deputy_naming (absent_id, version, named_by, named_at) values ($1, 2, $1, now())`,
      [absent],
    );
  });

  it('goes to everyone who handles requests when the assignee does so no more', async () => {
    const { requestId } = await file();
    const officer = '01900000-0000-7000-8000-00000000000a';
    await give(requestId, { type: 'assign', assignee: officer });
    await goTo('2026-11-19');
    const setRole = (role: string) =>
      desk.database.query('update staff_user set role = $2 where id = $1', [officer, role]);
    await setRole('auditor');
    expect((await remind(requestId)).map(({ to }) => to)).toEqual(['approver@example.com']);
    await setRole('officer');
  });

  it('goes to everyone else when the mailbox of the assignee does not exist, once each', async () => {
    const { requestId } = await file();
    await give(requestId, { type: 'assign', assignee: '01900000-0000-7000-8000-00000000000b' });
    await goTo('2026-11-19');
    smtp.inject(inTurn('recipient', { refuse: 550 }));
    const mails = await remind(requestId);
    expect(mails.map(({ to }) => to).toSorted()).toEqual(['administrator@example.com', 'officer@example.com']);
    expect(await remind(requestId)).toEqual([]);
  });

  it('speaks for all that fell due while nobody sent anything, with what holds today', async () => {
    const { requestId } = await file();
    await goTo('2026-12-07');
    const mails = await remind(requestId);
    const [officer, ...more] = mails.filter(({ to }) => to === 'officer@example.com');
    expect(more).toEqual([]);
    expect(officer?.text).toContain('2 työpäivää jäljellä');
    expect(officer?.text).toContain('Päätä, jatketaanko määräaikaa');
    expect(officer?.text).not.toContain('14 työpäivää');
  });

  it('that another one spoke for does not come back when the request moves', async () => {
    const { requestId } = await file();
    await goTo('2026-12-08');
    expect(await remind(requestId)).not.toEqual([]);
    await give(requestId, { type: 'addNote' }, { words: 'Huomautus.' });
    expect(await remind(requestId)).toEqual([]);
  });

  it('of lateness goes to the administrator too, once on each working day', async () => {
    const { requestId } = await file();
    await goTo('2026-12-10');
    const mails = await remind(requestId);
    expect(mails.map(({ to }) => to)).toContain('administrator@example.com');
    expect(mails.find(({ to }) => to === 'administrator@example.com')?.text).toMatch(/1 working day late/);
    expect(await remind(requestId)).toEqual([]);
    await goTo('2026-12-15');
    expect(await remind(requestId)).toHaveLength(3);
    expect(await remind(requestId)).toEqual([]);
  });

  it('has lost its reason when the clock stopped', async () => {
    const { requestId } = await file();
    await give(requestId, { type: 'withdraw' });
    await goTo('2026-12-10');
    expect(await remind(requestId)).toEqual([]);
  });

  it('tells after an extension of the limit for refusing, which did not move', async () => {
    const { requestId } = await file();
    await give(requestId, { type: 'extendDeadline' }, { words: 'Paljon tallenteita.', grounds: ['complexity'] });
    await goTo('2026-12-02');
    const mail = (await remind(requestId)).find(({ to }) => to === 'officer@example.com');
    expect(mail?.text).toMatch(/viimeistään keskiviikkona 9\. joulukuuta 2026: määräajan jatkaminen ei siirrä/);
  });

  it('of a standstill comes after 15 days and then every week', async () => {
    const { requestId } = await file();
    await give(requestId, { type: 'requestIdentity' }, { words: 'Epäselvä.', wanted: 'Laskun numero.' });
    const told: string[] = [];
    for (let day = Temporal.PlainDate.from('2026-11-20'); told.length < 3; day = day.add({ days: 1 })) {
      await goTo(day.toString());
      const mails = await remind(requestId);
      if (mails.some(({ text }) => text.includes('keskeytyneenä'))) told.push(day.toString());
    }
    expect(told).toEqual(['2026-11-24', '2026-12-01', '2026-12-08']);
  });
});
