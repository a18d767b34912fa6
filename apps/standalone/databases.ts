import { Client, escapeIdentifier } from 'pg';
import { startEmbeddedPostgres } from '#persistence/embedded-postgres';

export interface Databases {
  readonly deskUrl: string;
  /** The demo company's own systems. */
  readonly registerUrl: string;
  stop(): Promise<void>;
  /** Drops both, so that the demo can begin anew. */
  reset(): Promise<void>;
}

const DESK = 'artikla';
const REGISTER = 'artikla_demo_register';

const embedded = async (dataDir: string, log: (line: string) => void): Promise<Databases> => {
  const server = await startEmbeddedPostgres({ dataDir, log });
  const create = async (): Promise<void> => {
    await server.createDatabase(DESK);
    await server.createDatabase(REGISTER);
  };
  await create();
  return {
    deskUrl: server.url(DESK),
    registerUrl: server.url(REGISTER),
    stop: () => server.stop(),
    reset: async () => {
      const client = new Client({ connectionString: server.adminUrl });
      await client.connect();
      for (const name of [DESK, REGISTER]) await client.query(`drop database ${escapeIdentifier(name)} with (force)`);
      await client.end();
      await create();
    },
  };
};

const given = async (deskUrl: string): Promise<Databases> => {
  const registerUrl = new URL(deskUrl);
  registerUrl.pathname = `${registerUrl.pathname}_demo_register`;
  const name = registerUrl.pathname.slice(1);
  const client = new Client({ connectionString: deskUrl });
  await client.connect();
  try {
    const known = await client.query('select from pg_database where datname = $1', [name]);
    if (known.rowCount === 0) await client.query(`create database ${escapeIdentifier(name)}`);
  } catch {
    throw new Error(
      `The demo needs a database ${name} beside DATABASE_URL; create it, or let the role create databases.`,
    );
  } finally {
    await client.end();
  }
  return {
    deskUrl,
    registerUrl: registerUrl.href,
    stop: () => Promise.resolve(),
    reset: () =>
      Promise.reject(new Error('A database of your own is not dropped; empty the one of DATABASE_URL yourself.')),
  };
};

/** The databases of the desk and of the demo company: those of DATABASE_URL, otherwise embedded ones. */
export const openDatabases = (
  databaseUrl: string | undefined,
  dataDir: string,
  log: (line: string) => void,
): Promise<Databases> => (databaseUrl === undefined ? embedded(dataDir, log) : given(databaseUrl));
