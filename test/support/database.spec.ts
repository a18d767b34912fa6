import { describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { createTestDatabase } from '#test/support/database';

const query = async (url: string, sql: string): Promise<object[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<object>(sql)).rows;
  } finally {
    await client.end();
  }
};

describe('a database for tests', () => {
  it('is migrated, empty and not shared', async () => {
    const [mine, yours] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    await query(mine.url, 'CREATE TABLE only_mine ()');
    expect(await query(mine.url, 'SELECT * FROM only_mine')).toEqual([]);
    await expect(query(yours.url, 'SELECT * FROM only_mine')).rejects.toThrow(/does not exist/);
    expect(await query(yours.url, 'SELECT * FROM subject_request')).toEqual([]);
    await Promise.all([mine.drop(), yours.drop()]);
  });

  it('is gone after it was dropped, even while somebody is connected', async () => {
    const [kept, dropped] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    const visitor = new Client({ connectionString: dropped.url });
    visitor.on('error', () => undefined);
    await visitor.connect();
    await dropped.drop();
    const name = new URL(dropped.url).pathname.slice(1);
    expect(await query(kept.url, `SELECT FROM pg_database WHERE datname = '${name}'`)).toEqual([]);
    await kept.drop();
  });
});
