import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { Logger } from '@nestjs/common';
import { Addresses } from '#contracts/addresses';
import { isRefusal } from '#domain/request/refusal';
import { NoMailJournal } from '#letters/mail-journal';
import { createMailTransport } from '#letters/mail-transport';
import { isConflict } from '#persistence/ledger';
import { Organisation } from '#persistence/organisation';
import { RequestContent } from '#persistence/request-content';
import { ClockWatermark } from '#queue/clock-watermark';
import { EffectRunner } from '#queue/effect-runner';
import { CONTROLLER_ID, fileRequest, openDesk, type TestDesk } from '#test/support/desk';
import { textOf } from '#test/support/mail-text';
import { startSmtp, type TestSmtp } from '#test/support/smtp';
import { DigestPlanner } from './digest-planner.js';
import { DigestSections } from './digest-sections.js';
import { MailSender } from './mail-sender.js';
import { MailStore } from './mail-store.js';
import { SendDigest } from './send-digest.js';
import { StaffMail } from './staff-mail.js';
import type { Command } from '#domain/request/commands';

const LEASE = 30;
const OFFICER = '01900000-0000-7000-8000-00000000000a';
const APPROVER = '01900000-0000-7000-8000-00000000000b';
const ADMINISTRATOR = '01900000-0000-7000-8000-00000000000c';
const CONTROLLER = readFileSync(new URL('../../../data/demo/controller.json', import.meta.url), 'utf8');

let desk: TestDesk;
let smtp: TestSmtp;
let planner: DigestPlanner;
let runners: EffectRunner[];

const addStaff = (id: string, role: string, language: string) =>
  desk.database.query(
    `insert into staff_user (id, email, name, role, language, created_at) values ($1, $2, 'Testi', $3, $4, now())`,
    [id, `${role}@example.com`, role, language],
  );

beforeAll(async () => {
  Logger.overrideLogger(false);
  desk = await openDesk();
  smtp = await startSmtp();
  await desk.database.query('update controller set profile = $1', [CONTROLLER]);
  await addStaff(OFFICER, 'officer', 'en');
  await addStaff(APPROVER, 'approver', 'fi');
  await addStaff(ADMINISTRATOR, 'administrator', 'en');
  const { database, clock, ledger } = desk;
  const organisation = new Organisation(desk.orm);
  const store = new MailStore(database, new RequestContent(database, desk.keyring));
  const sender = new MailSender(store, createMailTransport(smtp.url), new NoMailJournal());
  const addresses = new Addresses('https://desk.example.org', 'https://privacy.example.org');
  const staff = new StaffMail(database, organisation, addresses, store, sender);
  const handler = new SendDigest(database, clock, organisation, new DigestSections(database), staff);
  planner = new DigestPlanner(database, clock, organisation);
  runners = [1, 2, 3].map(
    () => new EffectRunner(database, ledger, new ClockWatermark(database), LEASE, [], undefined, undefined, [handler]),
  );
});
afterAll(async () => {
  await smtp.stop();
  await desk.close();
});
beforeEach(async () => {
  await desk.database.query(`update subject_request set closed_on = now() where closed_on is null`);
});

/** Puts the desk's clock at a time of day in Helsinki. */
const goTo = (day: string, time = '09:00') =>
  desk.database.query('update artikla.time_shift set shift = $1::timestamptz - statement_timestamp()', [
    `${day}T${time}:00+02:00`,
  ]);

const give = async (requestId: string, command: Command, content: object = {}) => {
  const officer = { kind: 'staff', id: OFFICER, role: 'officer' } as const;
  const outcome = await desk.ledger.apply(requestId, command, officer, { content });
  if (isRefusal(outcome) || isConflict(outcome)) throw new Error(JSON.stringify(outcome));
};

/** Files a request on a day; without a confirmation it waits for the person. */
const file = async (day: string): Promise<{ requestId: string; reference: string }> => {
  await goTo(day);
  const { requestId, state } = await fileRequest(desk, ['access']);
  return { requestId, reference: state.reference };
};

/** What three workers do at a time of a day: all of them plan, all of them run all that is due. */
const morning = async (day: string, time?: string): Promise<Record<string, string>> => {
  await goTo(day, time);
  const before = smtp.journal().length;
  await Promise.all(runners.map(() => planner.plan()));
  const due = await desk.database.query<{ id: string }>(
    `select id from effect where kind = 'digest' and state = 'pending' and due_at <= artikla.now()`,
  );
  await Promise.all(runners.flatMap((runner) => due.map(({ id }) => runner.run(id))));
  const mails = smtp.journal().slice(before);
  expect(new Set(mails.map(({ to }) => to.join())).size).toBe(mails.length);
  return Object.fromEntries(mails.map((mail) => [mail.to.join(), textOf(mail).replaceAll('\r\n', '\n')]));
};

/** What the organisation wants of reminders from now on. */
const want = (version: number, reminders: object) =>
  desk.database.query(
    `insert into clock_settings (controller_id, version, settings, changed_by, changed_at) values ($1, $2, $3, $4, now())`,
    [CONTROLLER_ID, version, { reminders }, OFFICER],
  );

const OFFICERS = 'officer@example.com';
const APPROVERS = 'approver@example.com';

describe('the morning digest', () => {
  it('tells each officer in their language, with counts, references and links, and nobody’s name', async () => {
    const late = await file('2026-10-01');
    const soon = await file('2026-10-27');
    const fresh = await file('2026-11-20');
    const mails = await morning('2026-11-23');
    expect(Object.keys(mails).toSorted()).toEqual([APPROVERS, OFFICERS]);
    expect(mails[OFFICERS]).toContain('This is how your requests stand on 23 Nov 2026.');
    expect(mails[OFFICERS]).toContain(`1 answer is late\n\n- ${late.reference} <https://desk.example.org/requests/`);
    expect(mails[OFFICERS]).toContain(`1 answer is due within a week\n\n- ${soon.reference} <`);
    expect(mails[OFFICERS]).toContain(`1 new request\n\n- ${fresh.reference} <`);
    expect(mails[APPROVERS]).toContain('1 vastaus on myöhässä');
    expect(Object.values(mails).join()).not.toMatch(/Testi Esimerkki|testi@example/);
  });

  it('tells a deputy of the requests of whoever they stand in for, on those days', async () => {
    const { requestId, reference } = await file('2026-12-01');
    await give(requestId, { type: 'startVerification' });
    await give(requestId, { type: 'assign', assignee: APPROVER });
    await desk.database.query(
      `insert into deputy_naming (absent_id, version, deputy_id, from_on, to_on, named_by, named_at)
       values ($1, 1, $2, '2026-12-29', '2026-12-29', $1, now())`,
      [APPROVER, OFFICER],
    );
    expect((await morning('2026-12-29'))[OFFICERS] ?? '').toContain(reference);
    expect((await morning('2026-12-30'))[OFFICERS] ?? '').not.toContain(reference);
  });

  it('tells a request once, where it matters most, and what waits for whom', async () => {
    const { requestId, reference } = await file('2026-11-02');
    await give(requestId, { type: 'startVerification' });
    await give(requestId, { type: 'assign', assignee: APPROVER });
    await desk.ledger.apply(
      requestId,
      { type: 'recordLocation', location: 'several', candidates: 2, reachable: false },
      { kind: 'desk' },
    );
    const mails = await morning('2026-11-10');
    expect(mails[APPROVERS]).toContain(`1 pyyntö odottaa sinua\n\n- ${reference} <`);
    expect(mails[APPROVERS]?.split(`/requests/${reference}`)).toHaveLength(2);
    expect(mails[OFFICERS]).toBeUndefined();
  });

  it('tells of what is to be approved who may approve it, and not who had a hand in it', async () => {
    const { requestId, reference } = await file('2026-11-02');
    await give(requestId, { type: 'assign', assignee: APPROVER });
    await desk.database.query(
      `update subject_request set next_action = 'approve', next_action_by = 'approver', next_action_on = '2026-11-09',
       may_not_approve = to_jsonb(array[$2::text]) where id = $1`,
      [requestId, APPROVER],
    );
    expect((await morning('2026-11-12'))[APPROVERS] ?? '').not.toContain('odottaa sinua');
    await desk.database.query(
      'update subject_request set assignee = $2, may_not_approve = to_jsonb(array[$2::uuid]) where id = $1',
      [requestId, OFFICER],
    );
    const mails = await morning('2026-11-13');
    expect(mails[APPROVERS]).toContain(`1 pyyntö odottaa sinua\n\n- ${reference} <`);
  });

  it('tells of clocks that have stood still for long', async () => {
    const { requestId, reference } = await file('2026-11-02');
    await give(requestId, { type: 'requestIdentity' }, { words: 'Epäselvä.', wanted: 'Laskun numero.' });
    expect(await morning('2026-11-16')).toEqual({});
    const mails = await morning('2026-11-17');
    expect(mails[OFFICERS]).toContain(`The clock of 1 request has stood still for long\n\n- ${reference} <`);
  });

  it('counts what it does not name', async () => {
    for (let count = 0; count < 12; count += 1) await file('2026-11-02');
    const mails = await morning('2026-12-03');
    expect(mails[OFFICERS]).toMatch(/12 answers are late\n\n(- .*\n){10}\nand 2 more/);
  });

  it('leaves out what another has who handles requests, and tells of what somebody has who does not', async () => {
    const [theirs, nobodys] = [await file('2026-11-02'), await file('2026-11-02')];
    await give(theirs.requestId, { type: 'assign', assignee: APPROVER });
    await give(nobodys.requestId, { type: 'assign', assignee: ADMINISTRATOR });
    const mails = await morning('2026-12-04');
    expect(mails[OFFICERS]).toContain(`1 answer is late\n\n- ${nobodys.reference} <`);
    expect(mails[APPROVERS]).toContain('2 vastausta on myöhässä');
  });

  it('is not sent to who has nothing to be told', async () => {
    expect(await morning('2026-11-25')).toEqual({});
  });

  it('comes at seven, once, whatever is planned and run again', async () => {
    await file('2026-11-02');
    expect(await morning('2026-12-08', '06:59')).toEqual({});
    expect(Object.keys(await morning('2026-12-08', '07:00'))).toHaveLength(2);
    expect(await morning('2026-12-08', '07:01')).toEqual({});
    expect(await morning('2026-12-08', '23:00')).toEqual({});
  });

  it('does not come on weekends and public holidays', async () => {
    await file('2026-11-02');
    expect(await morning('2026-12-05')).toEqual({});
    expect(await morning('2026-12-25')).toEqual({});
    expect(Object.keys(await morning('2026-12-28'))).toHaveLength(2);
  });

  it('of today is caught up on after an outage, those of the days before are not', async () => {
    await file('2026-11-02');
    await goTo('2026-12-10', '06:00');
    await planner.plan();
    const mails = await morning('2026-12-14', '15:00');
    expect(Object.keys(mails)).toHaveLength(2);
    expect(mails[OFFICERS]).toContain('14 Dec 2026');
    const rows = await desk.database.query(
      `select from effect where id like 'digest/%/2026-12-10' and state = 'cancelled' and last_error = 'no-longer-wanted'`,
    );
    expect(rows).toHaveLength(2);
  });

  it('comes when the organisation wants it, and not at all when it wants none', async () => {
    await file('2026-11-02');
    await want(1, { digestHour: 10 });
    expect(await morning('2026-12-16', '09:59')).toEqual({});
    expect(Object.keys(await morning('2026-12-16', '10:00'))).toHaveLength(2);
    await want(2, { off: ['digest'] });
    expect(await morning('2026-12-17', '12:00')).toEqual({});
  });

  it('leaves nothing behind for ever', async () => {
    await want(3, {});
    await goTo('2027-03-01');
    await planner.plan();
    const [row] = await desk.database.query<{ effects: number; mails: number }>(
      `select (select count(*)::int from effect where kind = 'digest') as effects,
         (select count(*)::int from message where letter = 'digest') as mails`,
    );
    expect(row).toEqual({ effects: 2, mails: 0 });
  });
});
