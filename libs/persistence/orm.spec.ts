import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { createTestDatabase, type TestDatabase } from '#test/support/database';
import { Database } from './database.js';
import { ormOptions } from './orm.js';

let test: TestDatabase;
let orm: MikroORM;

beforeAll(async () => {
  test = await createTestDatabase();
  orm = await MikroORM.init(ormOptions(test.url, 2));
});
afterAll(async () => {
  await orm.close(true);
  await test.drop();
});

describe('a process that stands still in the middle of a transaction', () => {
  it('loses it, or nobody else could go on with its rows', async () => {
    const database = new Database(await orm.em.getConnection().getNativeClient());
    const shown = database.transaction(async (session) => {
      const settings = await session.query('show idle_in_transaction_session_timeout');
      await session.query(`set local idle_in_transaction_session_timeout = '50ms'`);
      expect(settings).toEqual([{ idle_in_transaction_session_timeout: '15s' }]);
      await new Promise((resolve) => setTimeout(resolve, 500));
      return session.query('select 1');
    });
    await expect(shown).rejects.toThrow(/idle-in-transaction timeout|[Cc]onnection/);
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
  });
});
