import { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { ormOptions } from './orm.js';

/** One key for all that migrate one database: the bytes of "artk". */
const MIGRATION_LOCK = 0x6172746b;

/** Brings a database to the newest schema. Safe at every start, and by several processes at once: they take turns. */
export const migrate = async (databaseUrl: string): Promise<void> => {
  const turn = new Client({ connectionString: databaseUrl });
  await turn.connect();
  try {
    // Held by a transaction, not by the connection, which a pooler between here and there would go on lending.
    await turn.query('begin');
    await turn.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    const orm = await MikroORM.init(ormOptions(databaseUrl, 2));
    try {
      await orm.migrator.up();
    } finally {
      await orm.close(true);
    }
  } finally {
    await turn.end();
  }
};
