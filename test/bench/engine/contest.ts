import { Redis } from 'ioredis';
import { Pool } from 'pg';
import { ownSeconds, postgresSeconds, redisSeconds } from '#test/bench/engine/cpu';
import { drive } from '#test/bench/engine/drive';
import { ENGINES, type EngineName } from '#test/bench/engine/engines';
import { quantile } from '#test/bench/statistics';

/** What one run of one engine is asked. Everything is text or number, because it runs in a process of its own. */
export interface Contest {
  readonly engine: EngineName;
  readonly databaseUrl: string;
  readonly secondDatabaseUrl: string;
  readonly redisUrl: string;
  readonly poolSize: number;
  readonly inFlight: number;
  readonly warmUp: number;
  readonly requests: number;
}

/** What it measured. Processor time per request, in milliseconds: of this process, and with the servers it used. */
export interface Sample {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly ownCpu: number;
  /** Null where the system does not tell. */
  readonly allCpu: number | null;
  readonly memory: number;
  readonly facts: Readonly<Record<string, number>>;
}

const MEGABYTE = 2 ** 20;

/** Runs one engine once: some requests to warm up, then the measured ones, then the check that all of it was done. */
export const contest = async (asked: Contest): Promise<Sample> => {
  const { inFlight, warmUp, requests } = asked;
  const open = await ENGINES[asked.engine]();
  let listener: (request: string) => void = () => undefined;
  const engine = await open({ ...asked, requests: warmUp + requests, finished: (request) => listener(request) });
  const server = new Pool({ connectionString: asked.databaseUrl, max: 1 });
  const redis = new Redis(asked.redisUrl);
  const cpu = async () => ({
    own: ownSeconds(),
    postgres: await postgresSeconds(server),
    redis: await redisSeconds(redis),
  });
  const run = (ids: readonly string[]) =>
    drive(
      ids,
      inFlight,
      (id) => engine.begin(id),
      (next) => (listener = next),
    );

  await run(engine.requests.slice(0, warmUp));
  const before = await cpu();
  const { latencies, milliseconds } = await run(engine.requests.slice(warmUp));
  const after = await cpu();
  const memory = process.memoryUsage().rss / MEGABYTE;
  await engine.check(engine.requests);
  await engine.stop();
  await server.end();
  redis.disconnect();

  const perRequest = (seconds: number) => (seconds * 1000) / requests;
  const own = after.own - before.own;
  const servers =
    after.postgres === null || before.postgres === null
      ? null
      : after.postgres - before.postgres + after.redis - before.redis;
  return {
    perSecond: requests / (milliseconds / 1000),
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    ownCpu: perRequest(own),
    allCpu: servers === null ? null : perRequest(own + servers),
    memory,
    facts: engine.facts ?? {},
  };
};
