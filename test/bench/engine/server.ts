import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, escapeIdentifier } from 'pg';
import { startEmbeddedPostgres } from '#persistence/embedded-postgres';
import { dropLeftovers, takeTestServer } from '#test/support/database';

/** The PostgreSQL of a run, and databases on it. */
export interface BenchServer {
  readonly description: string;
  urlOf(database: string): string;
  /** Makes a database anew, empty or as a copy, and gives its address. */
  create(database: string, template?: string): Promise<string>;
  drop(database: string): Promise<void>;
  stop(): Promise<void>;
}

const SETTINGS = ['server_version', 'fsync', 'synchronous_commit', 'shared_buffers', 'max_wal_size'];

/** A quick run takes the fast server of the tests; a real one pays for durability, as a desk does. */
const serverFor = async (quick: boolean): Promise<{ adminUrl: string; stop: () => Promise<void> }> => {
  if (quick) {
    const server = await takeTestServer();
    return { adminUrl: server.adminUrl, stop: () => server.release() };
  }
  const server = await startEmbeddedPostgres({ dataDir: join(tmpdir(), `artikla-bench-${process.getuid?.() ?? ''}`) });
  await dropLeftovers({ adminUrl: server.adminUrl, release: () => server.stop() });
  return server;
};

export const startBenchServer = async (quick: boolean): Promise<BenchServer> => {
  const { adminUrl, stop } = await serverFor(quick);
  // Whatever of the test support makes a database makes it here.
  process.env['TEST_DATABASE_URL'] = adminUrl;
  const admin = new Client({ connectionString: adminUrl });
  admin.on('error', () => undefined);
  await admin.connect();
  const { rows } = await admin.query<{ name: string; setting: string }>(
    `select name, current_setting(name) as setting from pg_settings where name = any ($1) order by array_position($1, name)`,
    [SETTINGS],
  );
  const urlOf = (database: string): string => Object.assign(new URL(adminUrl), { pathname: database }).href;
  const drop = async (database: string) => {
    await admin.query(`drop database if exists ${escapeIdentifier(database)} with (force)`);
  };
  return {
    description: rows.map(({ name, setting }) => `${name} ${setting}`).join(', '),
    urlOf,
    create: async (database, template = 'template1') => {
      await drop(database);
      await admin.query(`create database ${escapeIdentifier(database)} template ${escapeIdentifier(template)}`);
      // What making it has put off is not to be paid by who is measured next.
      await admin.query('checkpoint');
      return urlOf(database);
    },
    drop,
    stop: async () => {
      await admin.end();
      await stop();
    },
  };
};
