import { startBenchServer, type BenchServer } from '#test/bench/engine/server';
import { startRedis, type TestRedis } from '#test/support/redis';
import type { BenchRun } from '#test/bench/bench';

/** The PostgreSQL of the run, for all benches that need one. */
export const sharedPostgres = ({ share, quick }: BenchRun): Promise<BenchServer> =>
  share('postgres', async (end) => {
    const server = await startBenchServer(quick);
    end.defer(() => server.stop());
    return server;
  });

/** The Redis of the run; in a real run it writes to disk every second. */
export const sharedRedis = ({ share, quick }: BenchRun): Promise<TestRedis> =>
  share('redis', async (end) => {
    const redis = await startRedis({ durable: !quick });
    end.defer(() => redis.stop());
    return redis;
  });
