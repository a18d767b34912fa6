import { reportEngines } from '#test/bench/engine/engine-figures';
import { ENGINES, ON_A_DESK, type EngineName } from '#test/bench/engine/engines';
import { preparedTemplate } from '#test/bench/engine/prepared-desk';
import { runContest } from '#test/bench/engine/process';
import { sharedPostgres, sharedRedis } from '#test/bench/engine/servers';
import { takeTurns } from '#test/bench/repeats';
import type { Bench } from '#test/bench/bench';

/** As many connections as a worker has; as many requests at once as the figures of others were measured with. */
export const SHARED = { poolSize: 10, inFlight: 50 };
const SIZES = { full: { warmUp: 200, requests: 2000 }, quick: { warmUp: 2, requests: 10 } };
const NAMES = Object.keys(ENGINES) as EngineName[];

export const engine: Bench = {
  name: 'engine',
  measures: 'requests per second through three transitions: floors, ours on Redis and PostgreSQL, pg-boss and DBOS',
  run: async (run) => {
    const sizes = run.quick ? SIZES.quick : SIZES.full;
    const [server, redis] = [await sharedPostgres(run), await sharedRedis(run)];
    const prepared = await preparedTemplate(sizes.warmUp + sizes.requests, run.say);
    const samples = await takeTurns(NAMES, run.repeats, async (name, round) => {
      const template = ON_A_DESK.includes(name) ? prepared : undefined;
      await redis.flush();
      const sample = await runContest({
        engine: name,
        databaseUrl: await server.create('bench_run', template),
        secondDatabaseUrl: await server.create('bench_second', template),
        redisUrl: redis.url,
        ...SHARED,
        ...sizes,
      });
      const speed = `${Math.round(sample.perSecond)} requests/s, p99 ${Math.round(sample.p99)} ms`;
      run.say(`round ${round + 1}, ${name}: ${speed}`);
      return sample;
    });
    reportEngines(samples, { ...SHARED, ...sizes, postgres: server.description }, run.report);
    for (const database of ['bench_run', 'bench_second', prepared]) await server.drop(database);
  },
};
