import { Pool } from 'pg';
import { Database } from '#persistence/database';
import { ClockWatermark } from '#queue/clock-watermark';
import { EffectRunner } from '#queue/effect-runner';
import { checkDesk, endCoolingOff, poolOf, preparedRequests, runDue } from '#test/bench/engine/our-desk';
import { createWorker, type WorkerPlace } from '#test/bench/engine/our-worker';
import { Recorder, replay, type Script } from '#test/bench/engine/recording';
import type { OpenEngine } from '#test/bench/engine/engine';

/** Lets our own runner take one request after the other through its transitions and writes down all the SQL of that. */
const recordTransitions = async (place: WorkerPlace, count: number): Promise<ReadonlyMap<string, Script>> => {
  const { app, close } = await createWorker(place);
  const database = app.get(Database);
  const runner = app.get(EffectRunner);
  const watermark = app.get(ClockWatermark);
  const recorder = new Recorder(await poolOf(app));
  const prepared = await preparedRequests(database, count);
  const scripts = new Map<string, Script>();
  for (const [request, first] of prepared) {
    await watermark.keepUp();
    await endCoolingOff(database, [first]);
    const script: Script[number][] = [];
    await runDue(database, request, first, async (effect) => {
      script.push(...(await recorder.record(() => runner.run(effect))));
    });
    scripts.set(request, script);
  }
  await checkDesk(database, [...scripts.keys()]);
  await close();
  return scripts;
};

/**
 * Floor B: exactly the SQL of our three transitions (claim, reading, chain, effects, projection, reminders, settlement),
 * recorded on one copy of the desk and repeated on another: no queue, nothing to decide, and each request by itself, where a
 * worker writes those that are ready at the same time together.
 */
export const floorB: OpenEngine = async (settings) => {
  const { databaseUrl, secondDatabaseUrl, redisUrl, poolSize, requests, finished } = settings;
  const scripts = await recordTransitions({ databaseUrl: secondDatabaseUrl, redisUrl, poolSize }, requests);
  const pool = new Pool({ connectionString: databaseUrl, max: poolSize });
  pool.on('error', () => undefined);
  const database = new Database(pool);
  await endCoolingOff(database, [...(await preparedRequests(database, requests)).values()]);
  const statements = [...scripts.values()].reduce((sum, script) => sum + script.flat().length, 0);
  return {
    requests: [...scripts.keys()],
    facts: { statementsPerRequest: statements / scripts.size },
    begin: async (request) => {
      await replay(pool, scripts.get(request) ?? []);
      finished(request);
    },
    check: (ended) => checkDesk(database, ended),
    stop: () => pool.end(),
  };
};
