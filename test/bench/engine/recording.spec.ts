import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestPool } from '#test/support/pool';
import { createTestDatabase, type TestDatabase } from '#test/support/database';
import { Recorder, replay } from './recording.js';
import type { Pool } from 'pg';

let database: TestDatabase;
let pool: Pool;
let plain: Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = openTestPool(database.url);
  plain = openTestPool(database.url);
  await plain.query('create table places (name text primary key)');
});

afterAll(async () => {
  await pool.end();
  await plain.end();
  await database.drop();
});

const names = async (): Promise<string[]> =>
  (await plain.query<{ name: string }>('select name from places order by name')).rows.map(({ name }) => name);

/** One statement by itself, then a transaction that is rolled back in part. */
const work = async (on: Pool, name: string): Promise<void> => {
  await on.query('insert into places values ($1)', [name]);
  const client = await on.connect();
  await client.query('begin');
  await client.query({ name: 'again', text: 'insert into places values ($1)', values: [`${name}, again`] });
  await client.query('commit');
  client.release();
};

describe('recorded SQL', () => {
  it('does the same again, transactions included, and keeps apart what ran at once', async () => {
    const recorder = new Recorder(pool);
    const [north, south] = await Promise.all([
      recorder.record(() => work(pool, 'north')),
      recorder.record(() => work(pool, 'south')),
    ]);
    expect([north.flat().length, south.flat().length]).toEqual([4, 4]);
    await plain.query('truncate places');
    await replay(plain, south);
    expect(await names()).toEqual(['south', 'south, again']);
    await replay(plain, north);
    expect(await names()).toHaveLength(4);
  });

  it('is refused when a statement finds other rows than it did', async () => {
    const recorder = new Recorder(pool);
    const script = await recorder.record(async () => {
      await pool.query(`delete from places where name = 'north'`);
    });
    await expect(replay(plain, script)).rejects.toThrow('as many rows');
  });
});
