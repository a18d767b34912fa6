import { randomUUIDv7 } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { ENGINE_VERSION } from '#domain/clock/engine-version';
import { DEFAULT_CLOCK_SETTINGS } from '#domain/clock-settings';
import { changeClockSettings } from '#persistence/clock-settings-rows';
import { isConflict } from '#persistence/ledger';
import { isRefusal } from '#domain/request/refusal';
import { REGISTERS } from '#test/support/registers';
import { CONTROLLER_ID, fileRequest, openDesk, type TestDesk } from '#test/support/desk';
import { ClockReview } from './clock-review.js';
import type { WorkingCalendar } from '#domain/clock/calendar';

/** Tables of holidays that a test may swap, as an update does. */
let holidays: readonly string[] = [];
const calendar = (country: string, policy: string): WorkingCalendar => ({
  version: [country, policy, ...holidays].join('/'),
  country,
  isPublicHoliday: (date) => holidays.includes(date.toString()),
});

let desk: TestDesk;
let review: ClockReview;
let staffId: string;
beforeAll(async () => {
  Logger.overrideLogger(false);
  desk = await openDesk({ of: calendar, policiesOf: () => ['strict'] });
  review = new ClockReview(desk.database, desk.clock, desk.ledger);
  await desk.database.query('update artikla.time_shift set shift = $1::timestamptz - statement_timestamp()', [
    '2026-03-02T10:00:00Z',
  ]);
  staffId = randomUUIDv7();
  await desk.database.query(
    `insert into staff_user (id, email, name, role, language, created_at)
     values ($1, 'hallinto@example.com', 'Testi Hallinto', 'administrator', 'fi', now())`,
    [staffId],
  );
});
afterAll(() => desk.close());
afterEach(async () => {
  await changeHolidays();
  await review.look();
});

/** The process that counted by the holidays of before has ended a while ago. */
const changeHolidays = async (...days: string[]): Promise<void> => {
  holidays = days;
  await desk.database.query(`update rules_in_use set seen_at = seen_at - interval '1 hour'`);
};

const rowOf = async (id: string) => {
  const [row] = await desk.database.query<Record<'due_on' | 'internal_due_on' | 'next_action' | 'counted_by', string>>(
    `select due_on::text, internal_due_on::text, next_action, counted_by from subject_request where id = $1`,
    [id],
  );
  return row;
};

/** The reminder of the due date itself. */
const dueRemindedOf = async (id: string): Promise<string[]> => {
  const rows = await desk.database.query<{ key: string }>(
    `select data::jsonb ->> 'reminder' as key from effect
     where request_id = $1 and kind = 'remind' and state = 'pending' and data::jsonb ->> 'kind' = 'on_due'`,
    [id],
  );
  return rows.map(({ key }) => key);
};

const typesOf = async (id: string): Promise<string[]> => (await desk.ledger.read(id)).entries.map(({ type }) => type);

describe('after a change of the settings', () => {
  it('counts every open request anew, once', async () => {
    const { requestId } = await fileRequest(desk, ['access']);
    expect((await rowOf(requestId))?.internal_due_on).toBe('2026-03-17');
    expect(await review.look()).toBe(0);
    const settings = { ...DEFAULT_CLOCK_SETTINGS, internalTargets: { share: 0.5, workingDays: { access: 5 } } };
    expect(await changeClockSettings(desk.database, CONTROLLER_ID, 0, settings, staffId)).toBe(true);
    expect(await review.look()).toBe(1);
    expect((await rowOf(requestId))?.internal_due_on).toBe('2026-03-09');
    expect(await review.look()).toBe(0);
  });

  it('raises nothing where no statutory date is another', async () => {
    const { requestId } = await fileRequest(desk, ['access']);
    const before = await typesOf(requestId);
    const settings = { ...DEFAULT_CLOCK_SETTINGS, holidayPolicy: 'another' };
    expect(await changeClockSettings(desk.database, CONTROLLER_ID, 1, settings, staffId)).toBe(true);
    await review.look();
    expect(await typesOf(requestId)).toEqual(before);
  });
});

describe('after a change of the holidays', () => {
  it('raises a finding for an officer and leaves the date as it was', async () => {
    const { requestId } = await fileRequest(desk, ['access']);
    await changeHolidays('2026-04-02');
    await review.look();
    expect((await typesOf(requestId)).at(-1)).toBe('findingRaised');
    expect(await rowOf(requestId)).toMatchObject({ due_on: '2026-04-02', next_action: 'settle_finding' });
    const actor = { kind: 'staff', id: staffId, role: 'officer' } as const;
    const settled = await desk.ledger.apply(requestId, { type: 'settleFinding', finding: 1, choice: 'accept' }, actor);
    expect(isRefusal(settled) || isConflict(settled)).toBe(false);
    expect((await rowOf(requestId))?.due_on).toBe('2026-04-03');
  });

  it('plans the reminders by the earlier of both dates', async () => {
    await changeHolidays('2026-04-02');
    const { requestId } = await fileRequest(desk, ['access']);
    expect(await dueRemindedOf(requestId)).toEqual(['on_due-2026-04-03']);
    await changeHolidays();
    await review.look();
    expect((await rowOf(requestId))?.due_on).toBe('2026-04-03');
    expect(await dueRemindedOf(requestId)).toEqual(['on_due-2026-04-02']);
  });

  it('leaves closed requests alone', async () => {
    const { requestId } = await fileRequest(desk, ['access']);
    await desk.ledger.apply(requestId, { type: 'withdraw' }, { kind: 'person' });
    const before = await typesOf(requestId);
    await changeHolidays('2026-04-02');
    await review.look();
    expect(await typesOf(requestId)).toEqual(before);
  });

  it('goes on with the others when one cannot be counted, and tries it again', async () => {
    const broken = await fileRequest(desk, ['access']);
    const whole = await fileRequest(desk, ['access']);
    const withoutTrigger = async (sql: string, values: readonly unknown[]) =>
      desk.database.transaction(async (session) => {
        await session.query('set local session_replication_role = replica');
        await session.query(sql, values);
      });
    const changeRegime = (from: string, to: string) =>
      withoutTrigger('update ledger_entry set data = replace(data, $2, $3) where request_id = $1', [
        broken.requestId,
        `"regime":"${from}"`,
        `"regime":"${to}"`,
      ]);
    await changeRegime('EU_GDPR', 'NO_LAW');
    await changeHolidays('2026-04-06');
    await review.look();
    const countedBy = (await desk.clock.read()).countedBy('FI');
    expect((await rowOf(whole.requestId))?.counted_by).toBe(countedBy);
    expect((await rowOf(broken.requestId))?.counted_by).not.toBe(countedBy);
    await changeRegime('NO_LAW', 'EU_GDPR');
    expect(await review.look()).toBe(1);
  });
});

describe('requests of another organisation in another country', () => {
  it('are each counted by their own holidays and settings, once', async () => {
    const controllerId = randomUUIDv7();
    await desk.database.query(
      `insert into controller (id, name, country, time_zone, regime, languages, profile, sender, record_of_processing)
       select $1, 'Exempel', 'SE', 'Europe/Stockholm', regime, languages, profile, sender, record_of_processing
       from controller where id = $2`,
      [controllerId, CONTROLLER_ID],
    );
    const { requestId } = await fileRequest(desk, ['access'], REGISTERS, 'EU_GDPR', { controllerId, country: 'SE' });
    const here = await fileRequest(desk, ['access'], REGISTERS, 'EU_GDPR', {
      controllerId: CONTROLLER_ID,
      country: 'SE',
    });
    await review.look();
    expect(await review.look()).toBe(0);
    await changeHolidays('2026-04-02');
    await review.look();
    expect((await typesOf(requestId)).at(-1)).toBe('findingRaised');
    expect((await typesOf(here.requestId)).at(-1)).toBe('findingRaised');
    expect(await review.look()).toBe(0);
  });
});

describe('a worker of the version before', () => {
  it('with another table of holidays leaves findings and stamps to the newer one that runs beside it', async () => {
    const { requestId } = await fileRequest(desk, ['access']);
    await review.look();
    const looks = async (...days: string[]) => {
      holidays = days;
      await review.look();
      return { types: await typesOf(requestId), row: await rowOf(requestId) };
    };
    const newer = await looks('2026-04-02');
    expect(newer.types.at(-1)).toBe('findingRaised');
    expect(await looks()).toEqual(newer);
    expect(await looks('2026-04-02')).toEqual(newer);
    holidays = [];
    await desk.ledger.apply(requestId, { type: 'addNote' }, { kind: 'staff', id: staffId, role: 'officer' });
    expect((await typesOf(requestId)).slice(-2)).toEqual(['findingRaised', 'noteAdded']);
    await changeHolidays();
    await review.look();
    expect((await typesOf(requestId)).at(-1)).toBe('findingSettled');
  });

  it('leaves alone what a newer one has counted', async () => {
    const { requestId } = await fileRequest(desk, ['access']);
    const stamp = (countedBy: string) =>
      desk.database.query('update subject_request set counted_by = $2 where id = $1', [requestId, countedBy]);
    await stamp('9999-12-31.1 FI FI/strict 0');
    expect(await review.look()).toBe(0);
    await stamp(`${ENGINE_VERSION} FI ZZ/strict 0`);
    expect(await review.look()).toBe(1);
  });
});

describe('a request from before computations were kept', () => {
  it('adopts its dates at the first look', async () => {
    const { requestId } = await fileRequest(desk, ['access']);
    await desk.database.transaction(async (session) => {
      await session.query('set local session_replication_role = replica');
      await session.query(`update ledger_entry set data = (data::jsonb - 'computation')::text where request_id = $1`, [
        requestId,
      ]);
      await session.query(`update subject_request set counted_by = '' where id = $1`, [requestId]);
    });
    expect((await desk.ledger.read(requestId)).state.computation).toBeNull();
    expect(await review.look()).toBe(1);
    const { state, entries } = await desk.ledger.read(requestId);
    expect(entries.at(-1)?.type).toBe('datesCounted');
    expect(state.computation?.dates.due).toBe('2026-04-02');
  });
});
