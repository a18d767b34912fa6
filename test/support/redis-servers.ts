import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from '#persistence/embedded/free-port';
import { waitForOutput } from '#test/support/output';
import { eventually } from '#test/support/whole-desk';

interface Server {
  readonly port: number;
  readonly client: Redis;
  stop(): Promise<void>;
}

const SLOTS = 16_384;
const PLAIN = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'];

const end = async (process: ChildProcess): Promise<void> => {
  if (process.exitCode !== null || process.signalCode !== null) return;
  process.kill('SIGKILL');
  await once(process, 'exit');
};

const startServer = async (settings: readonly string[]): Promise<Server> => {
  const folder = await mkdtemp(join(tmpdir(), 'artikla-redis-'));
  const port = await freePort();
  const process = spawn('redis-server', ['--port', String(port), '--dir', folder, ...PLAIN, ...settings]);
  await waitForOutput(process, /Ready to accept connections/, 10_000);
  const client = new Redis(port, { maxRetriesPerRequest: 0 });
  client.on('error', () => undefined);
  return {
    port,
    client,
    stop: async () => {
      client.disconnect();
      await end(process);
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** Three nodes that share the slots of a cluster, without replicas. */
export const startRedisCluster = async () => {
  const settings = async () => ['--cluster-enabled', 'yes', '--cluster-port', String(await freePort())];
  const servers = await Promise.all([1, 2, 3].map(async () => startServer(await settings())));
  const share = Math.ceil(SLOTS / servers.length);
  const [first] = servers;
  for (const [index, { client }] of servers.entries()) {
    const last = Math.min(SLOTS, (index + 1) * share) - 1;
    await client.call('cluster', 'addslotsrange', String(index * share), String(last));
  }
  const busPort = async ({ client }: Server) => /@(\d+)/.exec(String(await client.call('cluster', 'nodes')))?.[1] ?? '';
  for (const server of servers.slice(1)) {
    await first?.client.call('cluster', 'meet', '127.0.0.1', String(server.port), await busPort(server));
  }
  await eventually('the nodes to agree', async () => {
    const states = await Promise.all(servers.map(({ client }) => client.call('cluster', 'info')));
    return states.every((state) => /cluster_state:ok[^]*cluster_known_nodes:3/.test(String(state))) ? true : undefined;
  });
  return {
    url: `redis+cluster://${servers.map(({ port }) => `127.0.0.1:${port}`).join(',')}`,
    stop: async () => void (await Promise.all(servers.map((server) => server.stop()))),
  };
};

const PRIMARY = 'artikla';

/** A primary, a replica, and one sentinel that makes the replica the primary a second after the first has died. */
export const startRedisSentinel = async () => {
  const primary = await startServer([]);
  const replica = await startServer(['--replicaof', '127.0.0.1', String(primary.port)]);
  await eventually('the replica to follow', async () =>
    (await replica.client.info('replication')).includes('master_link_status:up') ? true : undefined,
  );
  const folder = await mkdtemp(join(tmpdir(), 'artikla-sentinel-'));
  const port = await freePort();
  const config = join(folder, 'sentinel.conf');
  await writeFile(
    config,
    [
      `port ${port}`,
      'bind 127.0.0.1',
      `dir ${folder}`,
      `sentinel monitor ${PRIMARY} 127.0.0.1 ${primary.port} 1`,
      `sentinel down-after-milliseconds ${PRIMARY} 1000`,
      `sentinel failover-timeout ${PRIMARY} 5000`,
    ].join('\n'),
  );
  const sentinel = spawn('redis-server', [config, '--sentinel']);
  await waitForOutput(sentinel, /\+monitor/, 10_000);
  const client = new Redis(port);
  await eventually('the sentinel to know the replica', async () =>
    String(await client.call('sentinel', 'replicas', PRIMARY)).includes(String(replica.port)) ? true : undefined,
  );
  client.disconnect();
  return {
    url: `redis+sentinel://127.0.0.1:${port}/${PRIMARY}`,
    killPrimary: () => primary.stop(),
    stop: async () => {
      await end(sentinel);
      await Promise.all([primary.stop(), replica.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
};
