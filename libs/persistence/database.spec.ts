import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Pool } from 'pg';
import { createTestDatabase, type TestDatabase } from '#test/support/database';
import { Database } from './database.js';

let test: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  test = await createTestDatabase();
  pool = new Pool({ connectionString: test.url, max: 4 });
  pool.on('error', () => undefined);
});
afterAll(async () => {
  await pool.end();
  await test.drop();
});

describe('transactions', () => {
  it('may ask something beside themselves, however many there are at a time', async () => {
    const database = new Database(pool);
    const asked = Array.from({ length: 20 }, (_, number) =>
      database.transaction(async (session) => {
        await session.query('select pg_sleep(0.01)');
        const [row] = await database.query<{ number: number }>('select $1::int as number', [number]);
        return row?.number;
      }),
    );
    expect(await Promise.all(asked)).toEqual(Array.from({ length: 20 }, (_, number) => number));
  });
});
