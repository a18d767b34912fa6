import { setTimeout as pause } from 'node:timers/promises';
import { Client, escapeIdentifier } from 'pg';
import { Cluster, ROLE } from './embedded/cluster.js';
import { EmbeddedPostgresError } from './embedded/error.js';
import { findPostgresHome } from './embedded/home.js';
import { ServerHold } from './embedded/hold.js';

const ADMIN_DATABASE = 'postgres';
const START_ATTEMPTS = 3;
const ANSWER_WITHIN_MS = 30_000;

export interface EmbeddedPostgresOptions {
  /** The server lives in `dataDir/postgres`; created when missing. */
  readonly dataDir: string;
  /** Told of the rare slow steps, one line each. */
  readonly log?: (line: string) => void;
  /** `false` for tests: several times faster, but a power cut loses the data. */
  readonly durable?: boolean;
}

export interface EmbeddedPostgres {
  /** Connection string of a role that may do everything. */
  url(database: string): string;
  /** `url` of the database that every server has. */
  readonly adminUrl: string;
  /** Creates the database unless it exists. */
  createDatabase(name: string): Promise<void>;
  /** Gives the server back. The last process that uses it stops it. */
  stop(): Promise<void>;
}

/**
 * Serves `dataDir` with PostgreSQL: makes the cluster on first use, joins a server that already runs on it (another
 * process's, or one left behind by a process that was killed), otherwise starts one. The server is a session of its
 * own, so that Ctrl-C in the terminal does not take it away before the work in flight has drained.
 *
 * @throws EmbeddedPostgresError with a sentence: disk full, incomplete data, data of another version or user.
 */
export const startEmbeddedPostgres = async (options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> => {
  const cluster = new Cluster(await findPostgresHome(options.dataDir));
  await cluster.make(options.log ?? (() => undefined));
  const { port, hold } = await joinServer(cluster, options.durable ?? true);
  const password = await cluster.password();
  const url = (database: string) => serverUrl(port, password, database);
  return {
    url,
    adminUrl: url(ADMIN_DATABASE),
    createDatabase: (name) => createDatabase(url(ADMIN_DATABASE), name),
    stop: () => hold.giveBack(() => cluster.stop()),
  };
};

/** Retries, because another process may be starting or stopping the same server at this moment. */
const joinServer = async (cluster: Cluster, durable: boolean): Promise<{ port: number; hold: ServerHold }> => {
  const giveUp = AbortSignal.timeout(ANSWER_WITHIN_MS);
  for (let failedStarts = 0; ; await pause(100)) {
    try {
      const port = (await cluster.runningPort()) ?? (await cluster.start({ durable }));
      const hold = new ServerHold(serverUrl(port, await cluster.password(), ADMIN_DATABASE));
      await hold.take();
      return { port, hold };
    } catch (error) {
      if (error instanceof EmbeddedPostgresError && ++failedStarts === START_ATTEMPTS) throw error;
      if (giveUp.aborted) throw cluster.unusable(`it does not answer: ${String(error)}`);
    }
  }
};

const serverUrl = (port: number, password: string, database: string) =>
  `postgresql://${ROLE}:${password}@127.0.0.1:${port}/${database}`;

const createDatabase = async (adminUrl: string, name: string): Promise<void> => {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
};
