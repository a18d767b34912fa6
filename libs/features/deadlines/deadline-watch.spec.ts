import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { DEFAULT_CLOCK_SETTINGS } from '#domain/clock-settings';
import { isRefusal } from '#domain/request/refusal';
import { changeClockSettings } from '#persistence/clock-settings-rows';
import { isConflict } from '#persistence/ledger';
import { Organisation } from '#persistence/organisation';
import { CONTROLLER_ID, fileRequest, openDesk, type TestDesk } from '#test/support/desk';
import { REGISTERS } from '#test/support/registers';
import { DeadlineWatch } from './deadline-watch.js';
import type { Actor } from '#domain/request/actor';
import type { Command } from '#domain/request/commands';

const OFFICER: Actor = { kind: 'staff', id: '01900000-0000-7000-8000-00000000000a', role: 'officer' };

let desk: TestDesk;
let watch: DeadlineWatch;
let requestId: string;

beforeAll(async () => {
  Logger.overrideLogger(false);
  desk = await openDesk();
  watch = new DeadlineWatch(desk.database, desk.clock, new Organisation(desk.orm), desk.ledger);
});
afterAll(() => desk.close());

/** Puts the desk's clock at ten past midnight in Helsinki. */
const goTo = (day: string) =>
  desk.database.query('update artikla.time_shift set shift = $1::timestamptz - statement_timestamp()', [
    `${day}T00:10:00+02:00`,
  ]);

const give = async (command: Command, content: object = {}, actor: Actor = OFFICER) => {
  const outcome = await desk.ledger.apply(requestId, command, actor, { content });
  if (isRefusal(outcome) || isConflict(outcome)) throw new Error(JSON.stringify(outcome));
};

const keys = async (state = 'pending'): Promise<string[]> => {
  const rows = await desk.database.query<{ key: string }>(
    `select split_part(id, '/remind/', 2) as key from effect where request_id = $1 and kind = 'remind' and state = $2
     order by id`,
    [requestId, state],
  );
  return rows.map(({ key }) => key);
};

const addStaff = async (): Promise<string> => {
  const id = randomUUIDv7();
  await desk.database.query(
    `insert into staff_user (id, email, name, role, language, created_at)
     values ($1, 'hallinto@example.com', 'Testi', 'administrator', 'fi', now())`,
    [id],
  );
  return id;
};

const remove = (key: string) => desk.database.query('delete from effect where id = $1', [`${requestId}/remind/${key}`]);

/** Received on Monday 9 November 2026, due on Wednesday 9 December. */
beforeEach(async () => {
  await desk.database.query(`update subject_request set closed_on = now() where closed_on is null`);
  await goTo('2026-11-09');
  ({ requestId } = await fileRequest(desk, ['access']));
});

describe('the watch over reminders', () => {
  it('finds nothing to mend where planning did its work, on any day of a request', async () => {
    for (let day = Temporal.PlainDate.from('2026-11-09'); day.month !== 1; day = day.add({ days: 1 })) {
      await goTo(day.toString());
      expect([day.toString(), await watch.look()]).toEqual([day.toString(), 0]);
    }
  });

  it.each([
    ['2026-11-19', 'before_due-14-2026-12-09'],
    ['2026-11-27', 'before_due-7-2026-12-09'],
    ['2026-12-02', 'extension_decision-5-2026-12-09'],
    ['2026-12-03', 'before_due-3-2026-12-09'],
    ['2026-12-08', 'before_due-1-2026-12-09'],
    ['2026-12-08', 'on_due-2026-12-09'],
    ['2026-12-09', 'overdue-2026-12-10'],
  ])('on %s plans %s again, which somebody deleted, though others wait', async (day, key) => {
    await remove(key);
    expect((await keys()).length).toBeGreaterThan(1);
    await goTo(day);
    expect(await watch.look()).toBe(1);
    expect(await keys()).toContain(key);
    expect(await watch.look()).toBe(0);
  });

  it('takes one that was taken back without a reason for missing, and one that another mail spoke for not', async () => {
    await goTo('2026-12-08');
    const set = (error: string | null) =>
      desk.database.query(`update effect set state = 'cancelled', last_error = $2 where id = $1`, [
        `${requestId}/remind/on_due-2026-12-09`,
        error,
      ]);
    await set('superseded');
    expect(await watch.look()).toBe(0);
    await set('no-longer-wanted');
    expect(await watch.look()).toBe(1);
    expect(await keys()).toContain('on_due-2026-12-09');
  });

  it('finds the limit for refusing after an extension', async () => {
    await give({ type: 'extendDeadline' }, { words: 'Paljon.', grounds: ['complexity'] });
    await remove('refusal_decision-1-2026-12-09');
    await goTo('2026-12-07');
    expect(await watch.look()).toBe(1);
    expect(await keys()).toContain('refusal_decision-1-2026-12-09');
  });

  it('finds the limit for confirming the receipt, until a mail has confirmed it', async () => {
    ({ requestId } = await fileRequest(desk, ['access'], REGISTERS, 'US_CA_CCPA'));
    await goTo('2026-11-18');
    await remove('acknowledge-2-2026-11-23');
    expect(await watch.look()).toBe(1);
    expect(await keys()).toContain('acknowledge-2-2026-11-23');
    const letter = { letter: 'acknowledgement', effect: `${requestId}/1/acknowledgement`, sent: true, answers: null };
    await give({ type: 'recordLetter', ...letter }, {}, { kind: 'desk' });
    expect(await keys()).not.toContain('acknowledge-2-2026-11-23');
    expect(await watch.look()).toBe(0);
  });

  it('finds a late request that nobody is reminded of any more', async () => {
    await goTo('2026-12-14');
    await desk.database.query(`delete from effect where request_id = $1 and kind = 'remind'`, [requestId]);
    expect(await watch.look()).toBe(1);
    expect(await keys()).toEqual(['overdue-2026-12-14', 'overdue-2026-12-15']);
  });

  it('finds a standstill that nobody is reminded of any more, unless the organisation wants no such reminders', async () => {
    await give({ type: 'requestIdentity' }, { words: 'Epäselvä.', wanted: 'Laskun numero.' });
    await desk.database.query(`delete from effect where request_id = $1 and kind = 'remind'`, [requestId]);
    expect(await watch.look()).toBe(1);
    expect(await keys()).toEqual(['paused_too_long-2026-11-24']);
  });

  it('has staff told of it once a day', async () => {
    await goTo('2027-01-11');
    for (const attempt of [1, 2]) {
      await desk.database.query(`delete from effect where request_id = $1 and kind = 'remind'`, [requestId]);
      expect([attempt, await watch.look()]).toEqual([attempt, 1]);
    }
    const alarms = await desk.database.query<{ data: string }>(
      `select data from effect where id = 'alarm/missing-reminders/2027-01-11' and request_id is null`,
    );
    expect(alarms.map(({ data }) => (JSON.parse(data) as { references: string[] }).references.length)).toEqual([1]);
  });

  it('plans what a change of the settings calls for, and takes it for no error that it was not planned before', async () => {
    await goTo('2027-02-08');
    ({ requestId } = await fileRequest(desk, ['access']));
    await goTo('2027-03-01');
    const reminders = { ...DEFAULT_CLOCK_SETTINGS.reminders, workingDaysBeforeDue: [5] };
    const settings = { ...DEFAULT_CLOCK_SETTINGS, reminders };
    expect(await changeClockSettings(desk.database, CONTROLLER_ID, 0, settings, await addStaff())).toBe(true);
    expect(await watch.look()).toBe(0);
    expect(await keys()).toContain('before_due-5-2027-03-08');
    await remove('before_due-5-2027-03-08');
    expect(await watch.look()).toBe(1);
  });

  it('looks no further than the next working day, and at no request that is closed', async () => {
    await remove('on_due-2026-12-09');
    await goTo('2026-12-01');
    expect(await watch.look()).toBe(0);
    await give({ type: 'withdraw' });
    await goTo('2026-12-08');
    expect(await watch.look()).toBe(0);
  });
});
