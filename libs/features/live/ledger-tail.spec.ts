import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CONTROLLER_ID, fileRequest, openDesk, type TestDesk } from '#test/support/desk';
import { openTestPool } from '#test/support/pool';
import { LedgerTail, MOST_ENTRIES } from './ledger-tail.js';
import type { Pool, PoolClient } from 'pg';

let desk: TestDesk;
let pool: Pool;
let requestId: string;
let reference: string;
let seq = 1000;
const open: PoolClient[] = [];

beforeAll(async () => {
  desk = await openDesk();
  pool = openTestPool(desk.url);
  const filed = await fileRequest(desk, ['access']);
  ({ requestId } = filed);
  ({ reference } = filed.state);
});
afterEach(async () => {
  for (const client of open.splice(0)) {
    await client.query('rollback');
    client.release();
  }
});
afterAll(async () => {
  await pool.end();
  await desk.close();
});

let tail: LedgerTail;
beforeEach(async () => {
  tail = new LedgerTail(desk.database);
  await tail.start();
});

const ENTRY = `insert into ledger_entry (request_id, seq, type, at, on_date, actor, data, prev_hash, hash)
  select $1, seq, 'noteAdded', now(), now(), 'desk', '{}', '', '' from generate_series($2::int, $3::int) as seq`;

/** Entries in a transaction that is still open. */
const begin = async () => {
  const client = await pool.connect();
  open.push(client);
  seq += 1;
  await client.query('begin');
  await client.query(ENTRY, [requestId, seq, seq]);
  return { version: seq, end: (how: 'commit' | 'rollback') => client.query(how) };
};

const written = async (count = 1): Promise<number> => {
  const first = seq + 1;
  seq += count;
  await pool.query(ENTRY, [requestId, first, seq]);
  return seq;
};

const versions = async (now?: number) => (await tail.next(now))?.map(({ version }) => version);

describe('the tail of the ledger', () => {
  it('tells nothing of what was there when it began', async () => {
    await written();
    await tail.start();
    expect(await versions()).toEqual([]);
  });

  it('tells each entry once, with the request it is of, the controller and what kind it is', async () => {
    const version = await written();
    expect(await tail.next()).toEqual([
      { position: expect.any(Number), reference, version, kind: 'noteAdded', controller: CONTROLLER_ID },
    ]);
    expect(await versions()).toEqual([]);
  });

  it('tells an entry that appears after one with a higher position', async () => {
    const early = await begin();
    const late = await written();
    expect(await versions()).toEqual([late]);
    await early.end('commit');
    expect(await versions()).toEqual([early.version]);
    expect(await versions()).toEqual([]);
  });

  it('tells an entry of a transaction that was under way when it began', async () => {
    const early = await begin();
    await written();
    await tail.start();
    await early.end('commit');
    expect(await versions()).toEqual([early.version]);
  });

  it('stays where it is until all that could appear has appeared, and then moves up to the end', async () => {
    const before = tail.settled;
    const early = await begin();
    await written();
    await tail.next();
    expect(tail.settled).toBe(before);
    await early.end('commit');
    const [last] = await desk.database.query<{ position: number }>(
      'select max(position)::float8 as position from ledger_entry',
    );
    // Others on the same server may be in a transaction of their own for a moment.
    for (let look = 0; look < 100 && tail.settled !== last?.position; look += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      await tail.next();
    }
    expect(tail.settled).toBe(last?.position);
  });

  it('passes over the number of an entry that was taken back', async () => {
    const taken = await begin();
    const late = await written();
    expect(await versions()).toEqual([late]);
    await taken.end('rollback');
    await tail.next();
    const next = await written();
    expect(taken.version).toBeLessThan(late);
    expect(await versions()).toEqual([next]);
  });

  it('does not wait for ever for a transaction that stays open', async () => {
    await begin();
    await written();
    const now = performance.now();
    await tail.next(now);
    const stuck = tail.settled;
    await tail.next(now + 61_000);
    expect(tail.settled).toBeGreaterThan(stuck);
  });

  it('says "everything" when too much came at once, and once more for what was under way meanwhile', async () => {
    const early = await begin();
    await written(MOST_ENTRIES);
    expect(await tail.next()).toBeNull();
    await early.end('commit');
    expect(await tail.next()).toBeNull();
    expect(await versions()).toEqual([]);
    expect(await versions()).toEqual([]);
    const next = await written();
    expect(await versions()).toEqual([next]);
  });

  it('leaves out entries of no request', async () => {
    await pool.query(ENTRY, [randomUUID(), 1, 1]);
    expect(await versions()).toEqual([]);
  });
});
