import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fileRequest, openDesk, type TestDesk } from '#test/support/desk';
import { ALL_KINDS, claim, fail } from './effect-rows.js';
import { enterLane, LaneFull, USUAL_LANE_PLACES, type Lane } from './lanes.js';
import { giveBack, roomFor, takeOffers, type OfferedEffect, type Rooms } from './offers.js';

const LEASE = 30;
const HEAP = 10_000;

let desk: TestDesk;
let requestId: string;

beforeAll(async () => {
  desk = await openDesk();
  ({ requestId } = await fileRequest(desk, ['access']));
});
afterAll(() => desk.close());
beforeEach(() => desk.database.query('delete from effect'));

const take = (rooms: Rooms = roomFor(100), kinds: readonly string[] = ALL_KINDS): Promise<OfferedEffect[]> =>
  takeOffers(desk.database, { rooms, kinds, lanes: { ...USUAL_LANE_PLACES, register: 2 } });

const idsOf = (offers: readonly OfferedEffect[]): string[] => offers.map(({ id }) => id).toSorted();

interface Heap {
  readonly name: string;
  readonly count: number;
  readonly organisation?: string | null;
  readonly kind?: string;
  readonly queue?: string;
  /** Seconds since it was due. */
  readonly late?: number;
}

const pile = async ({ name, count, organisation = null, kind = 'remind', queue = 'mail', late = 60 }: Heap) => {
  await desk.database.query(
    `insert into effect (id, request_id, controller_id, kind, queue, data, due_at)
     select $1 || '/' || n, $2, $3, $4, $5, '{}', artikla.now() - make_interval(secs => $6) + n * interval '1 microsecond'
     from generate_series(1, $7) as n`,
    [name, requestId, organisation, kind, queue, late, count],
  );
};

const foundOrganisation = async (): Promise<string> => {
  const id = randomUUID();
  await desk.database.query(
    `insert into controller (id, name, country, time_zone, regime, languages, profile, sender, record_of_processing)
     select $1, 'Toinen', country, time_zone, regime, languages, profile, sender, record_of_processing
     from controller limit 1`,
    [id],
  );
  return id;
};

describe('offers', () => {
  it('hand each due effect out once, until nobody has taken it for a while', async () => {
    await pile({ name: 'a', count: 1 });
    expect(idsOf(await take())).toEqual(['a/1']);
    expect(await take()).toEqual([]);
    await desk.database.query(`update effect set offered_until = clock_timestamp() - interval '1 second'`);
    expect(idsOf(await take())).toEqual(['a/1']);
  });

  it('hand nothing out twice to dispatchers that look at the same time', async () => {
    await pile({ name: 'a', count: 300 });
    const all = (await Promise.all(Array.from({ length: 6 }, () => take(roomFor(50))))).flat();
    expect(new Set(idsOf(all)).size).toBe(all.length);
  });

  it('come back at once for what a queue that is empty should hold: it was wiped', async () => {
    await pile({ name: 'a', count: 3 });
    await take();
    expect(await take(new Map([['mail', { places: 100, empty: true }]]))).toHaveLength(3);
  });

  it('are as if they had never been made when no queue took them, but for what somebody does already', async () => {
    await pile({ name: 'a', count: 2 });
    const offers = await take();
    await claim(desk.database, 'a/1', 'worker', LEASE);
    await giveBack(desk.database, offers);
    const again = await take();
    expect(idsOf(again)).toEqual(['a/2']);
    expect(again[0]?.lag).not.toBeNull();
  });

  it('are of what is due and free: nothing early, waiting for its next attempt, leased or of another release', async () => {
    await pile({ name: 'early', count: 1, late: -60 });
    await pile({ name: 'failed', count: 1 });
    await pile({ name: 'leased', count: 1 });
    await pile({ name: 'unknown', count: 1, kind: 'from-the-future' });
    const failing = await claim(desk.database, 'failed/1', 'worker', LEASE);
    if (failing === null) throw new Error('not claimed');
    await fail(desk.database, failing, 'unavailable', true);
    await claim(desk.database, 'leased/1', 'worker', LEASE);
    expect(await take()).toEqual([]);
    expect(idsOf(await take(roomFor(10), [...ALL_KINDS, 'from-the-future']))).toEqual(['unknown/1']);
  });

  it('tell how long an effect waited for its first one, and nothing of later ones', async () => {
    await pile({ name: 'a', count: 1, late: 60 });
    const [first] = await take();
    expect(first?.lag).toBeGreaterThan(59);
    expect(first?.lag).toBeLessThan(70);
    await desk.database.query('update effect set offered_until = null');
    expect((await take())[0]?.lag).toBeNull();
  });

  it('fill no queue beyond its room, and a full one keeps nobody from the others', async () => {
    await pile({ name: 'letters', count: 500, late: 600 });
    await pile({ name: 'search', count: 3, kind: 'locate-person', queue: 'verification' });
    const offers = await take(
      new Map([
        ['mail', { places: 20, empty: false }],
        ['verification', { places: 20, empty: false }],
      ]),
    );
    expect(offers.filter(({ queue }) => queue === 'mail')).toHaveLength(20);
    expect(offers.filter(({ queue }) => queue === 'verification')).toHaveLength(3);
  });
});

describe('an effect that the queue does not lead to', () => {
  it('is done without it after five offers, however long each of them held', async () => {
    await pile({ name: 'a', count: 1 });
    const here: boolean[] = [];
    for (let offer = 1; offer <= 5; offer += 1) {
      const [taken] = await take();
      here.push(taken?.here === true);
      await desk.database.query('update effect set offered_until = null');
    }
    expect(here).toEqual([false, false, false, false, true]);
  });
});

describe('several organisations', () => {
  it('take turns: ten thousand effects of one do not keep another waiting', async () => {
    const [large, small] = [await foundOrganisation(), await foundOrganisation()];
    await pile({ name: 'large', count: HEAP, organisation: large, late: 3600 });
    await pile({ name: 'small', count: 5, organisation: small, late: 1 });
    const offers = await take(roomFor(20));
    expect(offers.filter(({ id }) => id.startsWith('small/'))).toHaveLength(5);
    expect(offers.filter(({ id }) => id.startsWith('large/'))).toHaveLength(15);
  });

  it('share the room evenly, and what one leaves the others have', async () => {
    const [one, other] = [await foundOrganisation(), await foundOrganisation()];
    await pile({ name: 'one', count: 100, organisation: one });
    await pile({ name: 'other', count: 100, organisation: other, late: 1 });
    await pile({ name: 'older-release', count: 2 });
    const offers = await take(roomFor(12));
    const of = (name: string) => offers.filter(({ id }) => id.startsWith(`${name}/`)).length;
    expect([of('one'), of('other'), of('older-release')]).toEqual([5, 5, 2]);
  });

  it('cost what is offered, not the heap that waits behind it', async () => {
    const organisation = await foundOrganisation();
    await pile({ name: 'heap', count: HEAP, organisation });
    await desk.database.query('analyze effect');
    const before = await rowsRead();
    await take(roomFor(10));
    expect((await rowsRead()) - before).toBeLessThan(HEAP / 4);
  });

  /** Rows of the table that statements have fetched so far. */
  const rowsRead = async (): Promise<number> => {
    await desk.database.query('select pg_stat_force_next_flush()');
    const [row] = await desk.database.query<{ read: string }>(
      `select seq_tup_read + idx_tup_fetch as read from pg_stat_user_tables where relname = 'effect'`,
    );
    return Number(row?.read ?? 0);
  };
});

describe('a lane', () => {
  const SHOP: Lane = { kind: 'register', key: 'shop' };
  const LANES = { ...USUAL_LANE_PLACES, register: 2 };

  const enter = async (id: string, lane = SHOP): Promise<'in' | 'waits'> => {
    const effect = await claim(desk.database, id, `worker of ${id}`, LEASE);
    if (effect === null) throw new Error(`${id} was not claimed`);
    return enterLane(desk.database, LANES, effect, lane).then(
      () => 'in' as const,
      (error: unknown) => {
        if (error instanceof LaneFull) return 'waits' as const;
        throw error;
      },
    );
  };

  const finish = (id: string) =>
    desk.database.query(`update effect set state = 'done', lease_owner = null, lease_until = null where id = $1`, [id]);

  it('lets in as many as it has places, also when they come at the same moment', async () => {
    await pile({ name: 'a', count: 8 });
    const fates = await Promise.all(Array.from({ length: 8 }, (_, index) => enter(`a/${index + 1}`)));
    expect(fates.filter((fate) => fate === 'in')).toHaveLength(2);
  });

  it('puts the others back without counting an attempt, and offers them as places get free', async () => {
    await pile({ name: 'a', count: 5 });
    expect([await enter('a/1'), await enter('a/2'), await enter('a/3'), await enter('a/4')]).toEqual([
      'in',
      'in',
      'waits',
      'waits',
    ]);
    const [row] = await desk.database.query(`select attempts, last_error, lease_owner from effect where id = 'a/3'`);
    expect(row).toEqual({ attempts: 0, last_error: null, lease_owner: null });
    expect(idsOf(await take())).toEqual(['a/5']);
    await finish('a/1');
    expect(idsOf(await take())).toEqual(['a/3']);
    expect(await take()).toEqual([]);
    expect(await enter('a/3')).toBe('in');
    await finish('a/2');
    await finish('a/3');
    expect(idsOf(await take())).toEqual(['a/4']);
  });

  it('that is full keeps nobody out of another', async () => {
    await pile({ name: 'a', count: 4 });
    expect([await enter('a/1'), await enter('a/2'), await enter('a/3')]).toEqual(['in', 'in', 'waits']);
    expect(await enter('a/4', { kind: 'register', key: 'billing' })).toBe('in');
  });

  it('is left by a worker that died as soon as its lease has ended', async () => {
    await pile({ name: 'a', count: 3 });
    expect([await enter('a/1'), await enter('a/2')]).toEqual(['in', 'in']);
    await desk.database.query(
      `update effect set lease_until = clock_timestamp() - interval '1 second' where id in ('a/1', 'a/2')`,
    );
    expect(await enter('a/3')).toBe('in');
  });
});
