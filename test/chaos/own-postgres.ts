import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { Cluster, ROLE } from '#persistence/embedded/cluster';
import { findPostgresHome } from '#persistence/embedded/home';

/** A PostgreSQL of this run alone, because it will be killed. */
export interface OwnPostgres {
  url(database: string): string;
  /** Ends every session but the one that asks. */
  terminateAll(): Promise<void>;
  /** Stops it under whoever uses it, and starts it again on the same port. */
  restart(): Promise<void>;
  /** As `restart`, but without a chance to tidy up: what was committed comes back from its log. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

export const startOwnPostgres = async (): Promise<OwnPostgres> => {
  const dataDir = join(tmpdir(), `artikla-chaos-${randomUUID()}`);
  const home = await findPostgresHome(dataDir);
  const cluster = new Cluster(home);
  await cluster.make(() => undefined);
  const start = () => cluster.start({ durable: true });
  const port = await start();
  const password = await cluster.password();
  const url = (database: string) => `postgresql://${ROLE}:${password}@127.0.0.1:${port}/${database}`;
  const asAdmin = async (sql: string) => {
    const client = new Client({ connectionString: url('postgres') });
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  await asAdmin('create database desk');
  await asAdmin('create database registers');
  return {
    url,
    terminateAll: () =>
      asAdmin(`select pg_terminate_backend(pid) from pg_stat_activity
        where pid <> pg_backend_pid() and backend_type = 'client backend'`),
    restart: async () => {
      await cluster.stop();
      await start();
    },
    crash: async () => {
      const [pid] = (await readFile(join(home.folder, 'data', 'postmaster.pid'), 'utf8')).split('\n');
      process.kill(Number(pid), 'SIGQUIT');
      while ((await cluster.runningPort()) !== undefined) await pause(50);
      await start();
    },
    stop: async () => {
      await cluster.stop();
      await rm(home.folder, { recursive: true, force: true });
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
