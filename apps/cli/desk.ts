import { MikroORM } from '@mikro-orm/postgresql';
import { readSettings, type Settings } from '#contracts/settings';
import { Database } from '#persistence/database';
import { hasEmbeddedDatabase, openDeskDatabase } from '#persistence/desk-database';
import { Keyring } from '#persistence/keyring';
import { loadKey, ownKeyFile } from '#persistence/load-key';
import { ormOptions } from '#persistence/orm';
import { CommandError, type Surroundings } from './command.js';
import { reasonOf } from './reason.js';

/** A command has few questions at a time. */
const POOL_SIZE = 3;

/** The desk's database as a command works on it. */
export interface OpenDesk {
  readonly settings: Settings;
  readonly orm: MikroORM;
  readonly database: Database;
}

/** The key as the desk's processes get it: from the settings, or the one that `npm start` made in the data folder. */
export const loadKeyring = async (settings: Settings): Promise<Keyring> => {
  const own = { ARTIKLA_KEY_FILE: ownKeyFile(settings.DATA_DIR) };
  const given = settings.ARTIKLA_KEY !== undefined || settings.ARTIKLA_KEY_FILE !== undefined;
  return new Keyring(await loadKey(given ? settings : own));
};

const connect = async (orm: MikroORM): Promise<Database> => {
  try {
    const database = new Database(await orm.em.getConnection().getNativeClient());
    await database.query('select 1');
    return database;
  } catch (error) {
    throw new CommandError(
      `The database cannot be reached (${reasonOf(error)}); see that PostgreSQL runs and that DATABASE_URL is right.`,
    );
  }
};

/** A question must not make a database. Throws CommandError where none was made and none is given. */
export const assertDesk = async ({ DATABASE_URL, DATA_DIR }: Settings): Promise<void> => {
  if (DATABASE_URL !== undefined || (await hasEmbeddedDatabase(DATA_DIR))) return;
  throw new CommandError(`There is no desk in ${DATA_DIR}; run "npm start" once, or set DATABASE_URL.`);
};

/**
 * Opens the database of DATABASE_URL, or the embedded one, which is started for the call when it does not run; lets go
 * of it when the work is done. Throws CommandError when it cannot be reached.
 */
export const withDatabase = async <T>(settings: Settings, work: (desk: OpenDesk) => Promise<T>): Promise<T> => {
  const server = await openDeskDatabase(settings);
  try {
    const orm = await MikroORM.init(ormOptions(server.url, POOL_SIZE));
    try {
      return await work({ settings, orm, database: await connect(orm) });
    } finally {
      await orm.close(true);
    }
  } finally {
    await server.stop();
  }
};

/** Like `withDatabase`, for commands that make no sense on a schema that is not theirs. */
export const withDesk = async <T>({ env }: Surroundings, work: (desk: OpenDesk) => Promise<T>): Promise<T> => {
  const settings = readSettings(env);
  await assertDesk(settings);
  return withDatabase(settings, async (desk) => {
    if ((await desk.orm.migrator.getPending()).length > 0) {
      throw new CommandError(
        'The database is older than this program; start Artikla once, which brings it up to date.',
      );
    }
    return work(desk);
  });
};
