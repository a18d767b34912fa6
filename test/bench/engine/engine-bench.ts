import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { reportEngines } from '#test/bench/engine/engine-figures';
import { ENGINES, ON_A_DESK, type EngineName } from '#test/bench/engine/engines';
import { prepareDesk } from '#test/bench/engine/prepared-desk';
import { startBenchServer, type BenchServer } from '#test/bench/engine/server';
import { PROJECT } from '#test/bench/project';
import { takeTurns } from '#test/bench/repeats';
import { startRedis } from '#test/support/redis';
import type { Bench } from '#test/bench/bench';
import type { Contest, Sample } from '#test/bench/engine/contest';

const run = promisify(execFile);

/** As many connections as a worker has; as many requests at once as the figures of others were measured with. */
const SHARED = { poolSize: 10, inFlight: 50 };
const SIZES = { full: { warmUp: 200, requests: 2000 }, quick: { warmUp: 2, requests: 10 } };
const NAMES = Object.keys(ENGINES) as EngineName[];

/** One run of one engine, on databases and in a process of its own. */
const runOnce = async (
  server: BenchServer,
  prepared: string,
  asked: Omit<Contest, 'databaseUrl' | 'secondDatabaseUrl'>,
) => {
  const template = ON_A_DESK.includes(asked.engine) ? prepared : undefined;
  const databaseUrl = await server.create('bench_run', template);
  const secondDatabaseUrl = await server.create('bench_second', template);
  const contest: Contest = { ...asked, databaseUrl, secondDatabaseUrl };
  const args = ['--enable-source-maps', join(PROJECT, 'test/bench-engine.mjs'), JSON.stringify(contest)];
  const { stdout } = await run(process.execPath, args, { cwd: PROJECT, maxBuffer: 2 ** 26 });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Sample;
};

export const engine: Bench = {
  name: 'engine',
  measures: 'requests per second through three transitions: floors, ours on Redis and PostgreSQL, pg-boss and DBOS',
  run: async ({ quick, repeats, say, report }) => {
    const sizes = quick ? SIZES.quick : SIZES.full;
    const server = await startBenchServer(quick);
    const redis = await startRedis({ durable: !quick });
    const prepared = await prepareDesk(sizes.warmUp + sizes.requests, say);
    try {
      const samples = await takeTurns(NAMES, repeats, async (name, round) => {
        await redis.flush();
        const sample = await runOnce(server, prepared, { engine: name, redisUrl: redis.url, ...SHARED, ...sizes });
        say(
          `round ${round + 1}, ${name}: ${Math.round(sample.perSecond)} requests/s, p99 ${Math.round(sample.p99)} ms`,
        );
        return sample;
      });
      reportEngines(samples, { ...SHARED, ...sizes, postgres: server.description }, report);
    } finally {
      for (const database of ['bench_run', 'bench_second', prepared]) await server.drop(database);
      await redis.stop();
      await server.stop();
    }
  },
};
