import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { isRefusal } from '#domain/request/refusal';
import { fileRequest, FINLAND, openDesk, type TestDesk } from '#test/support/desk';
import { isConflict } from './ledger.js';
import { LeaseLostError } from './ledger-settlement.js';
import { readRequest } from './request-reading.js';
import type { ApplyOptions } from './ledger.js';
import type { Applied } from './ledger-writing.js';
import type { Command } from '#domain/request/commands';

const OFFICER = { kind: 'staff', id: '01900000-0000-7000-8000-00000000000a', role: 'officer' } as const;
const ALL = { kinds: ['locate-person', 'send-letter'], leaseSeconds: 30 };

let desk: TestDesk;
let requestId: string;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  ({ requestId } = await fileRequest(desk, ['access']));
});

const give = async (command: Command, options: ApplyOptions = {}): Promise<Applied> => {
  const outcome = await desk.ledger.apply(requestId, command, OFFICER, options);
  if (isRefusal(outcome) || isConflict(outcome)) throw new Error(JSON.stringify(outcome));
  return outcome;
};

const versionNow = async (): Promise<number> => (await desk.ledger.read(requestId)).entries.length;

interface Row {
  readonly id: string;
  readonly state: string;
  readonly lease_owner: string | null;
  readonly attempts: number;
}

const effects = (kind: string) =>
  desk.database.query<Row>(
    'select id, state, lease_owner, attempts from effect where request_id = $1 and kind = $2 order by id',
    [requestId, kind],
  );

/** An effect that is held by somebody, as after a claim. */
const hold = async (leaseOwner: string): Promise<string> => {
  const [row] = await desk.database.query<{ id: string }>(
    `update effect set lease_owner = $2, lease_until = clock_timestamp() + interval '1 minute'
     where id = (select id from effect where request_id = $1 and kind = 'send-letter' limit 1) returning id`,
    [requestId, leaseOwner],
  );
  return row?.id ?? '';
};

describe('what a command asks for at once', () => {
  it('is leased by whoever settles the effect that brought it, as its first attempt', async () => {
    const effectId = await hold('me');
    const { taken } = await give(
      { type: 'startVerification' },
      { settles: { effectId, leaseOwner: 'me' }, takes: ALL },
    );
    const [follower] = await effects('locate-person');
    expect(follower).toMatchObject({ id: taken?.id, state: 'pending', lease_owner: 'me', attempts: 1 });
  });

  it('is left to others when it is of a kind that the taker cannot do', async () => {
    const effectId = await hold('me');
    const takes = { ...ALL, kinds: ['alert'] };
    const { taken, leavesWork } = await give(
      { type: 'startVerification' },
      { settles: { effectId, leaseOwner: 'me' }, takes },
    );
    expect([taken, leavesWork]).toEqual([null, true]);
    expect(await effects('locate-person')).toMatchObject([{ lease_owner: null, attempts: 0 }]);
  });
});

describe('an effect that is settled', () => {
  it('was done when its result was written, not when it was decided', async () => {
    const effectId = await hold('me');
    const reading = await readRequest(desk.database, requestId, FINLAND);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await give({ type: 'startVerification' }, { settles: { effectId, leaseOwner: 'me' }, reading });
    const [row] = await desk.database.query<{ later: boolean }>(
      `select done_at >= $2::timestamptz + interval '50 milliseconds' as later from effect where id = $1`,
      [effectId, reading.clock.now.toString()],
    );
    expect(row?.later).toBe(true);
  });
});

describe('a lease that somebody else has taken over', () => {
  it('lets nothing be written, neither entries nor effects', async () => {
    const effectId = await hold('another');
    const before = await versionNow();
    const given = give({ type: 'startVerification' }, { settles: { effectId, leaseOwner: 'me' }, takes: ALL });
    await expect(given).rejects.toThrow(LeaseLostError);
    expect(await versionNow()).toBe(before);
    expect(await effects('locate-person')).toEqual([]);
  });
});

describe('a decision on a request that was read before', () => {
  it('is made anew when somebody has moved the request since', async () => {
    const reading = await readRequest(desk.database, requestId, FINLAND);
    await give({ type: 'startVerification' });
    const outcome = await desk.ledger.apply(requestId, { type: 'startVerification' }, OFFICER, { reading });
    expect(isRefusal(outcome)).toBe(true);
    const noted = await give({ type: 'assign', assignee: OFFICER.id }, { reading });
    expect(noted.version).toBe(await versionNow());
  });

  it('goes by the time of now when the reading is old', async () => {
    const reading = await readRequest(desk.database, requestId, FINLAND);
    await desk.time.advance(Temporal.Duration.from({ days: 1 }));
    const old = { ...reading, readAt: reading.readAt - 60_000 };
    await give({ type: 'startVerification' }, { reading: old });
    const { entries } = await desk.ledger.read(requestId);
    const { today } = (await desk.clock.read()).in({ country: 'FI', timeZone: 'Europe/Helsinki' });
    expect(entries.at(-1)?.on_date).toBe(today.toString());
  });

  it('waits its turn when others come in between again and again', async () => {
    const readers = await Promise.all(Array.from({ length: 12 }, () => readRequest(desk.database, requestId, FINLAND)));
    const written = await Promise.all(
      readers.map((reading) =>
        desk.ledger.apply(requestId, { type: 'addNote' }, OFFICER, { reading, content: { words: 'Sana' } }),
      ),
    );
    const versions = written.map((one) => (one as Applied).version);
    expect(new Set(versions).size).toBe(12);
    expect(await versionNow()).toBe(Math.max(...versions));
  });
});

describe('the mark of the reminders that wait', () => {
  const loseReminders = () =>
    desk.database.query(`delete from effect where request_id = $1 and kind = 'remind'`, [requestId]);

  it('spares planning them again while they are the same', async () => {
    const assign = (assignee: string | null) => give({ type: 'assign', assignee });
    await assign(OFFICER.id);
    await loseReminders();
    await assign(null);
    expect(await effects('remind')).toEqual([]);
    await desk.ledger.refresh(requestId);
    expect(await effects('remind')).not.toEqual([]);
  });

  it('is worth nothing after a process that does not know it has moved the request', async () => {
    await desk.database.query(
      `update subject_request set reminders_mark = '0' || substring(reminders_mark from '\\s.*') where id = $1`,
      [requestId],
    );
    await loseReminders();
    await give({ type: 'assign', assignee: OFFICER.id });
    expect(await effects('remind')).not.toEqual([]);
  });
});
