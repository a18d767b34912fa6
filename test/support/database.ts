import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '#persistence/embedded-postgres';
import { migrate } from '#persistence/migrate';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const MIGRATIONS = join(PROJECT, 'libs/persistence/migrations');
/** Session lock: one process at a time makes the template. */
const MAKING_TEMPLATE = 1;

/** A server for tests; `release` stops it when nobody else uses it. */
export interface TestServer {
  readonly adminUrl: string;
  release(): Promise<void>;
}

/** A migrated, empty database of its own. */
export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/**
 * `npm test` starts one server for the whole run, a spec that is run by hand starts or joins one. Its data stay in the
 * system's temporary folder, one per project and user, so that the next run need not make a cluster again.
 * TEST_DATABASE_URL names a server of your own instead, by a role that may create databases.
 */
export const takeTestServer = async (): Promise<TestServer> => {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return { adminUrl: given, release: () => Promise.resolve() };
  const dataDir = join(tmpdir(), `artikla-test-${shortHash(`${PROJECT} ${process.getuid?.()}`)}`);
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  return { adminUrl: server.adminUrl, release: () => server.stop() };
};

/** Copies a database that was migrated once, which is much faster than migrating. */
export const createTestDatabase = (): Promise<TestDatabase> =>
  createDatabase(async (server, admin, name) => {
    await makeTemplate(server, admin);
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${templateName()}`);
  });

/** A database in which nothing has been migrated yet. */
export const createEmptyDatabase = (): Promise<TestDatabase> =>
  createDatabase((_server, admin, name) => admin.query(`CREATE DATABASE ${name}`));

const createDatabase = async (
  create: (server: TestServer, admin: Client, name: string) => Promise<unknown>,
): Promise<TestDatabase> => {
  const server = await takeTestServer();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(server, (admin) => create(server, admin, name));
  return {
    url: urlOf(server, name),
    drop: async () => {
      await asAdmin(server, (admin) => admin.query(`DROP DATABASE ${name} WITH (FORCE)`));
      await server.release();
    },
  };
};

/** Drops the databases of runs that were killed, and the templates of older migrations. */
export const dropLeftovers = (server: TestServer): Promise<void> =>
  asAdmin(server, async (admin) => {
    const { rows } = await admin.query<{ name: string }>(
      `SELECT datname AS name FROM pg_database
       WHERE (starts_with(datname, 'test_') OR (starts_with(datname, 'template_') AND datname <> $1))
         AND datname NOT IN (SELECT datname FROM pg_stat_activity WHERE datname IS NOT NULL)`,
      [templateName()],
    );
    for (const { name } of rows) await admin.query(`DROP DATABASE IF EXISTS ${name}`);
  });

const makeTemplate = async (server: TestServer, admin: Client): Promise<void> => {
  const name = templateName();
  await admin.query('SELECT pg_advisory_lock($1)', [MAKING_TEMPLATE]);
  const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  if (rowCount === 0) {
    await admin.query(`DROP DATABASE IF EXISTS unfinished_${name} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE unfinished_${name}`);
    await migrate(urlOf(server, `unfinished_${name}`));
    await admin.query(`ALTER DATABASE unfinished_${name} RENAME TO ${name}`);
  }
  await admin.query('SELECT pg_advisory_unlock($1)', [MAKING_TEMPLATE]);
};

/** Other migrations, other name: a template is never out of date. */
const templateName = (): string => {
  const sources = readdirSync(MIGRATIONS).toSorted();
  return `template_${shortHash(sources.map((file) => readFileSync(join(MIGRATIONS, file), 'utf8')).join())}`;
};

const urlOf = (server: TestServer, database: string): string => {
  const url = new URL(server.adminUrl);
  url.pathname = database;
  return url.href;
};

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

const asAdmin = async <T>(server: TestServer, work: (admin: Client) => Promise<T>): Promise<T> => {
  const admin = new Client({ connectionString: server.adminUrl });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
};
