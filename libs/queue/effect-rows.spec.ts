import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { isRefusal } from '#domain/request/refusal';
import { isConflict } from '#persistence/ledger';
import { LeaseLostError } from '#persistence/ledger-settlement';
import { fileRequest, openDesk, type TestDesk } from '#test/support/desk';
import { cancel, claim, fail, renew } from './effect-rows.js';

const LEASE = 30;
const HOUR = Temporal.Duration.from({ hours: 1 });
const QUARTER = Temporal.Duration.from({ minutes: 15 });

let desk: TestDesk;
let requestId: string;
let letter: string;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

beforeEach(async () => {
  ({ requestId } = await fileRequest(desk, ['access']));
  const [row] = await desk.database.query<{ id: string }>(
    `select id from effect where request_id = $1 and kind = 'send-letter'`,
    [requestId],
  );
  letter = row?.id ?? '';
});

const stateOf = async (id: string) => {
  const [row] = await desk.database.query<{ state: string; attempts: number; last_error: string | null }>(
    'select state, attempts, last_error from effect where id = $1',
    [id],
  );
  return row;
};

describe('the claim', () => {
  it('is won by exactly one of many', async () => {
    const claims = await Promise.all(
      Array.from({ length: 10 }, (_, worker) => claim(desk.database, letter, `worker-${worker}`, LEASE)),
    );
    expect(claims.filter((one) => one !== null)).toHaveLength(1);
  });

  it('judges what is due by the desk’s clock, whatever a worker thinks', async () => {
    const [reminder] = await desk.database.query<{ id: string }>(
      `select id from effect where request_id = $1 and kind = 'remind' order by due_at limit 1`,
      [requestId],
    );
    const id = reminder?.id ?? '';
    expect(await claim(desk.database, id, 'eager', LEASE)).toBeNull();
    await desk.time.advance(Temporal.Duration.from({ days: 60 }));
    expect(await claim(desk.database, id, 'patient', LEASE)).not.toBeNull();
    await desk.time.advance(Temporal.Duration.from({ days: -60 }));
  });

  it('does nothing for an id that is unknown, malformed or hostile', async () => {
    for (const id of ['', 'nobody/1/send-letter', `'; drop table effect; --`, `${letter}\u0001`]) {
      expect(await claim(desk.database, id, 'worker', LEASE)).toBeNull();
    }
  });

  it('leaves kinds of effects alone that this release does not know', async () => {
    await desk.database.query(`update effect set kind = 'from-the-future' where id = $1`, [letter]);
    expect(await claim(desk.database, letter, 'worker', LEASE)).toBeNull();
    expect(await stateOf(letter)).toMatchObject({ state: 'pending', attempts: 0 });
  });

  it('takes nothing that belongs to another queue than the one whose job led to it', async () => {
    expect(await claim(desk.database, letter, 'worker', LEASE, { queue: 'fulfilment' })).toBeNull();
    expect(await claim(desk.database, letter, 'worker', LEASE, { queue: 'mail' })).not.toBeNull();
  });

  it('passes to another worker when its owner has fallen silent, and the silent one can commit nothing any more', async () => {
    const silent = await claim(desk.database, letter, 'silent', LEASE);
    if (silent === null) throw new Error('not claimed');
    await desk.database.query(`update effect set lease_until = clock_timestamp() - interval '1 second' where id = $1`, [
      letter,
    ]);
    expect(await claim(desk.database, letter, 'other', LEASE)).not.toBeNull();
    expect(await renew(desk.database, silent, LEASE)).toBe(false);
    const before = await desk.ledger.read(requestId);
    const report = {
      type: 'recordLetter',
      letter: 'acknowledgement',
      effect: letter,
      sent: true,
      answers: null,
    } as const;
    const settles = { effectId: letter, leaseOwner: 'silent' };
    await expect(desk.ledger.apply(requestId, report, { kind: 'desk' }, { settles })).rejects.toThrow(LeaseLostError);
    expect((await desk.ledger.read(requestId)).entries).toHaveLength(before.entries.length);
  });
});

describe('an effect that ends its worker each time', () => {
  /** Its worker is gone and with it whoever would prolong the lease. */
  const dieWith = (id: string) =>
    desk.database.query(`update effect set lease_until = clock_timestamp() - interval '1 second' where id = $1`, [id]);

  it('is taken up at once twice, and from then on has to wait as if it had failed', async () => {
    for (const attempt of [1, 2, 3]) {
      expect(await claim(desk.database, letter, `worker-${attempt}`, LEASE)).not.toBeNull();
      await dieWith(letter);
    }
    expect(await claim(desk.database, letter, 'worker-4', LEASE)).toBeNull();
    expect(await stateOf(letter)).toMatchObject({ state: 'pending', attempts: 3, last_error: 'worker-lost' });
    await desk.time.advance(Temporal.Duration.from({ minutes: 1 }));
    expect(await claim(desk.database, letter, 'worker-4', LEASE)).not.toBeNull();
    await desk.time.advance(Temporal.Duration.from({ minutes: -1 }));
  });
});

describe('a result', () => {
  it('commits with the events it causes', async () => {
    await claim(desk.database, letter, 'worker', LEASE);
    const report = {
      type: 'recordLetter',
      letter: 'acknowledgement',
      effect: letter,
      sent: true,
      answers: null,
    } as const;
    const outcome = await desk.ledger.apply(
      requestId,
      report,
      { kind: 'desk' },
      { settles: { effectId: letter, leaseOwner: 'worker' } },
    );
    expect(isRefusal(outcome) || isConflict(outcome)).toBe(false);
    expect(await stateOf(letter)).toMatchObject({ state: 'done' });
    expect((await desk.ledger.read(requestId)).entries.at(-1)?.type).toBe('letterSent');
  });
});

describe('a failure', () => {
  it('waits longer each time, an hour at most, and is never given up: an outage of a weekend kills nothing', async () => {
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 30; attempt += 1) {
      await desk.database.query('update effect set retry_at = null where id = $1', [letter]);
      const effect = await claim(desk.database, letter, 'worker', LEASE);
      if (effect === null) throw new Error('not claimed');
      await fail(desk.database, effect, 'mail-not-sent', true);
      const [row] = await desk.database.query<{ wait: number }>(
        'select extract(epoch from retry_at - artikla.now())::float8 as wait from effect where id = $1',
        [letter],
      );
      waits.push(row?.wait ?? 0);
    }
    expect(await stateOf(letter)).toMatchObject({ state: 'pending', last_error: 'mail-not-sent', attempts: 30 });
    expect(waits[3]).toBeGreaterThan((waits[0] ?? 0) * 2);
    expect(Math.max(...waits)).toBeLessThanOrEqual(HOUR.total('second') * 1.3);
  });

  it('of a warning to staff waits a quarter of an hour at most', async () => {
    await desk.database.query(
      `update effect set kind = 'alert', data = '{"about":"disowned"}', attempts = 20 where id = $1`,
      [letter],
    );
    const effect = await claim(desk.database, letter, 'worker', LEASE);
    if (effect === null) throw new Error('not claimed');
    await fail(desk.database, effect, 'mail-not-sent', true);
    const [row] = await desk.database.query<{ wait: number }>(
      'select extract(epoch from retry_at - artikla.now())::float8 as wait from effect where id = $1',
      [letter],
    );
    expect(row?.wait).toBeGreaterThan(QUARTER.total('second') * 0.7);
    expect(row?.wait).toBeLessThanOrEqual(QUARTER.total('second') * 1.3);
  });

  it('that another attempt cannot mend is dead at once', async () => {
    const effect = await claim(desk.database, letter, 'worker', LEASE);
    if (effect === null) throw new Error('not claimed');
    await fail(desk.database, effect, 'no-mail-address', false);
    expect(await stateOf(letter)).toMatchObject({ state: 'dead', attempts: 1 });
  });

  it('of what is no longer wanted is none: it is cancelled with the reason', async () => {
    const effect = await claim(desk.database, letter, 'worker', LEASE);
    if (effect === null) throw new Error('not claimed');
    await cancel(desk.database, effect, 'no-longer-wanted');
    expect(await stateOf(letter)).toMatchObject({ state: 'cancelled', last_error: 'no-longer-wanted' });
  });
});
