import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_CLOCK_SETTINGS } from '#domain/clock-settings';
import { isRefusal } from '#domain/request/refusal';
import { datesToRemindOf } from '#domain/request/standing';
import { stillWanted } from '#domain/request/still-wanted';
import { changeClockSettings } from '#persistence/clock-settings-rows';
import { isConflict } from '#persistence/ledger';
import { CONTROLLER_ID, fileRequest, openDesk, type TestDesk } from '#test/support/desk';
import type { Actor } from '#domain/request/actor';
import type { Command } from '#domain/request/commands';
import type { EffectData } from '#domain/request/effects';

const OFFICER_ID = randomUUIDv7();
const OFFICER: Actor = { kind: 'staff', id: OFFICER_ID, role: 'officer' };

let desk: TestDesk;
let requestId: string;

beforeAll(async () => {
  desk = await openDesk();
  await desk.database.query(
    `insert into staff_user (id, email, name, role, language, created_at)
     values ($1, 'officer@example.com', 'Testi', 'officer', 'fi', now())`,
    [OFFICER_ID],
  );
});
afterAll(() => desk.close());

/** Puts the desk's clock at nine in the morning in Helsinki. */
const goTo = (day: string) =>
  desk.database.query('update artikla.time_shift set shift = $1::timestamptz - statement_timestamp()', [
    Temporal.PlainDate.from(day)
      .toZonedDateTime({ timeZone: 'Europe/Helsinki', plainTime: '09:00' })
      .toInstant()
      .toString(),
  ]);

const give = async (command: Command, actor: Actor = OFFICER) => {
  const outcome = await desk.ledger.apply(requestId, command, actor);
  if (isRefusal(outcome) || isConflict(outcome)) throw new Error(JSON.stringify(outcome));
};

const assign = (assignee: string | null = OFFICER_ID) => give({ type: 'assign', assignee });

const reminder = async (key: string) => {
  const [row] = await desk.database.query<{ state: string; data: string; hour: number }>(
    `select state, data, extract(hour from due_at at time zone 'Europe/Helsinki')::int as hour from effect where id = $1`,
    [`${requestId}/remind/${key}`],
  );
  if (row === undefined) throw new Error(`no reminder ${key}`);
  return { ...row, data: JSON.parse(row.data) as EffectData['remind'] };
};

const changeReminderHour = async (seen: number, reminderHour: number) => {
  const reminders = { ...DEFAULT_CLOCK_SETTINGS.reminders, reminderHour };
  const settings = { ...DEFAULT_CLOCK_SETTINGS, reminders };
  expect(await changeClockSettings(desk.database, CONTROLLER_ID, seen, settings, OFFICER_ID)).toBe(true);
  await desk.ledger.refresh(requestId);
};

/** Received on Monday 2 March 2026: own target on 17 March, answer due on 2 April. */
beforeEach(async () => {
  await goTo('2026-03-02');
  ({ requestId } = await fileRequest(desk, ['access']));
  await give({ type: 'startVerification' });
  await give({ type: 'recordLocation', location: 'several', candidates: 2, reachable: false }, { kind: 'desk' });
});

describe('a reminder that waits', () => {
  it('is about what it would be about if it were planned now, so that its reason holds when it leaves', async () => {
    await goTo('2026-03-23');
    await assign();
    await goTo('2026-03-25');
    await assign(null);
    const { data } = await reminder('staff_silent-2026-03-27');
    expect(data.about).toBe('2026-03-25');
    await goTo('2026-03-27');
    const { state } = await desk.ledger.read(requestId);
    const { calendar, today } = (await desk.clock.read()).in(state);
    expect(stillWanted(state, 'remind', data, () => datesToRemindOf(state, calendar, today))).toBe(true);
  });

  it('leaves at the hour that the organisation has set since; one that is due already leaves as it is', async () => {
    await goTo('2026-03-13');
    await changeReminderHour(0, 10);
    expect((await reminder('on_due-2026-04-02')).hour).toBe(10);
    expect((await reminder('before_due-14-2026-04-02')).hour).toBe(8);
  });
});

describe('a reminder that was sent', () => {
  it('stays sent when what it is about changes', async () => {
    await goTo('2026-03-23');
    await assign();
    const before = await reminder('staff_silent-2026-03-27');
    await desk.database.query(`update effect set state = 'done' where id = $1`, [
      `${requestId}/remind/staff_silent-2026-03-27`,
    ]);
    await goTo('2026-03-25');
    await assign(null);
    expect(await reminder('staff_silent-2026-03-27')).toEqual({ ...before, state: 'done' });
  });
});
