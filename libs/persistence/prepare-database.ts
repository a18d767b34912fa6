import { Client } from 'pg';
import { keyFits } from './key-check.js';
import { migrate } from './migrate.js';
import type { Keyring } from './keyring.js';

/** Another key than the one this database was sealed with: going on would split the desk in two that cannot read each other. */
export class WrongKeyError extends Error {
  override readonly name = 'WrongKeyError';

  constructor() {
    super('The key does not open what this database holds; give the key it was sealed with (ARTIKLA_KEY).');
  }
}

/** Brings a database to the newest schema and makes sure that the key fits it. Throws `WrongKeyError`. */
export const prepareDatabase = async (databaseUrl: string, keyring: Keyring): Promise<void> => {
  await migrate(databaseUrl);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const session = {
      query: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
        (await client.query<Row>(sql, [...values])).rows,
    };
    if ((await keyFits(session, keyring)) === false) throw new WrongKeyError();
  } finally {
    await client.end();
  }
};
