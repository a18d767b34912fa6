import { setTimeout as pause } from 'node:timers/promises';
import { SHARED } from '#test/bench/engine/engine-bench';
import { sharedRedis } from '#test/bench/engine/servers';
import { largestDesk } from '#test/bench/open/open-desk';
import { deskNow, makeRemindersDue, type ReminderBurst } from '#test/bench/open/reminder-burst';
import { startWorkerProcess } from '#test/bench/open/worker-process';
import { insist, type Bench, type Target } from '#test/bench/bench';
import type { Pool } from 'pg';

const SIZES = {
  full: { reminders: 2000, withoutRedis: 200, leaseSeconds: 30 },
  quick: { reminders: 60, withoutRedis: 5, leaseSeconds: 2 },
};
const LOOK_EVERY_MS = 5;

/** What was due when a fault struck: the moment by the desk's clock, and whose turn had not come. */
interface Struck {
  readonly burst: ReminderBurst;
  readonly at: string;
  readonly waiting: readonly string[];
}

/** Strikes when work is in full swing: some of it done, some under way, most of it waiting. */
const underLoad = async (pool: Pool, count: number, strike: () => Promise<void>): Promise<Struck> => {
  const burst = await makeRemindersDue(pool, count, 0);
  while ((await burst.left()) === count) await pause(LOOK_EVERY_MS);
  const waiting = await burst.waiting();
  insist(waiting.length > 0, 'reminders wait when the fault strikes');
  const at = await deskNow(pool);
  await strike();
  return { burst, at, waiting };
};

const beforehand = async (pool: Pool, count: number, strike: () => Promise<void>): Promise<Struck> => {
  await strike();
  const at = await deskNow(pool);
  const burst = await makeRemindersDue(pool, count, 0);
  return { burst, at, waiting: await burst.waiting() };
};

/** Durability, section 4: what a fault costs with a million requests open, and that nothing is lost or doubled by it. */
export const recovery: Bench = {
  name: 'recovery',
  measures: 'seconds until work goes on, and is all done, after FLUSHALL, after kill -9 and without Redis',
  run: async (run) => {
    const { reminders, withoutRedis, leaseSeconds } = run.quick ? SIZES.quick : SIZES.full;
    const [{ databaseUrl, pool }, redis] = [await largestDesk(run), await sharedRedis(run)];
    await redis.flush();
    const start = () =>
      startWorkerProcess({ databaseUrl, redisUrl: redis.url, poolSize: SHARED.poolSize, leaseSeconds });
    let worker = await start();
    await using end = new AsyncDisposableStack();
    end.defer(() => worker.kill());

    const report = async (
      name: string,
      what: string,
      { burst, at, waiting }: Struck,
      target?: Target,
    ): Promise<void> => {
      await burst.untilDone();
      await burst.check();
      const { first, last } = await burst.secondsFrom(at, waiting);
      run.report({
        name: `recovery.${name}`,
        what,
        unit: 's',
        values: [first],
        ...(target && { target }),
        details: { waited: waiting.length, allDoneAfter: Number(last.toFixed(2)), leaseSeconds, lost: 0, doubled: 0 },
      });
    };
    await report(
      'flush',
      'FLUSHALL under load, until the next that waited is done',
      await underLoad(pool, reminders, () => redis.flush()),
      { atMost: 2 },
    );
    await report(
      'kill',
      'kill -9 of the only worker and start of another, until the next is done',
      await underLoad(pool, reminders, async () => {
        await worker.kill();
        worker = await start();
      }),
    );
    await report(
      'no-redis',
      'Redis gone for good, until the first reminder that falls due then is done',
      await beforehand(pool, withoutRedis, () => redis.kill()),
      { atMost: 12 },
    );
    await redis.restart();
  },
};
