import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from '#persistence/embedded/free-port';
import { waitForOutput } from '#test/support/output';

/** A Redis server of its own, that may be flushed, killed and started again without disturbing another spec. */
export interface TestRedis {
  readonly url: string;
  /** FLUSHALL: everything is forgotten, connections stay. */
  flush(): Promise<void>;
  /** SIGKILL. What was not on disk is lost, and nothing is on disk unless it is durable. */
  kill(): Promise<void>;
  /** After `kill`, on the same port. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Needs `redis-server` on the PATH, as `npm test` sees to. `durable` writes to disk every second, as in production; then
 * `kill` loses no more than that.
 */
export const startRedis = async ({ durable = false } = {}): Promise<TestRedis> => {
  const folder = await mkdtemp(join(tmpdir(), 'artikla-redis-'));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let server = await serve(folder, port, durable);
  const kill = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill('SIGKILL');
    await once(server, 'exit');
  };
  return {
    url,
    flush: () => flushAll(url),
    kill,
    restart: async () => {
      server = await serve(folder, port, durable);
    },
    stop: async () => {
      await kill();
      await rm(folder, { recursive: true });
    },
  };
};

const serve = async (folder: string, port: number, durable: boolean): Promise<ChildProcess> => {
  const file = durable ? ['--appendonly', 'yes', '--appendfsync', 'everysec'] : ['--appendonly', 'no'];
  const settings = ['--bind', '127.0.0.1', '--save', '', ...file, '--maxmemory-policy', 'noeviction'];
  const server = spawn('redis-server', ['--port', String(port), '--dir', folder, ...settings]);
  await waitForOutput(server, /Ready to accept connections/, 10_000);
  return server;
};

const flushAll = async (url: string): Promise<void> => {
  const client = new Redis(url);
  await client.flushall();
  client.disconnect();
};
