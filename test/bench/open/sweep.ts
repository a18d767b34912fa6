import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'pg';
import { Dispatcher } from '#queue/dispatcher';
import { insist } from '#test/bench/bench';
import { poolOf } from '#test/bench/engine/our-desk';
import { createWorker } from '#test/bench/engine/our-worker';
import { Recorder, replay, type Script } from '#test/bench/engine/recording';
import { quantile } from '#test/bench/statistics';

/** Longer than the second after which a sweep looks at everything it looks at. */
const SETTLES_MS = 1200;

/** The SQL of one sweep of the dispatcher that finds nothing to do. */
const recordSweep = async (databaseUrl: string, redisUrl: string): Promise<Script> => {
  const { app, close } = await createWorker({ databaseUrl, redisUrl, poolSize: 2 });
  const recorder = new Recorder(await poolOf(app));
  const sweep = async (): Promise<void> => {
    app.get(Dispatcher).wake();
    await pause(SETTLES_MS);
  };
  // The first of a worker writes down what later ones go by.
  await sweep();
  const script = await recorder.record(sweep);
  await close();
  insist(script.length > 0, 'a sweep asks the database');
  return script;
};

/** Median milliseconds of a sweep when nothing is due, as the worker feels it: round trip included. */
export const idleSweep = async (databaseUrl: string, redisUrl: string, times: number): Promise<number> => {
  const script = await recordSweep(databaseUrl, redisUrl);
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  const taken: number[] = [];
  for (let done = 0; done < times; done += 1) {
    const begun = performance.now();
    await replay(pool, script);
    taken.push(performance.now() - begun);
  }
  await pool.end();
  return quantile(taken, 0.5);
};
