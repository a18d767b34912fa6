import { SHARED } from '#test/bench/engine/engine-bench';
import { sharedRedis } from '#test/bench/engine/servers';
import { largestDesk } from '#test/bench/open/open-desk';
import { deskNow, makeRemindersDue } from '#test/bench/open/reminder-burst';
import { startWorkerProcess } from '#test/bench/open/worker-process';
import type { Bench } from '#test/bench/bench';

const BURST = { full: 10_000, quick: 20 };
const BURSTS = { full: 3, quick: 1 };
/** Enough for making so many rows due before the second comes. */
const AHEAD_SECONDS = { full: 5, quick: 1 };

/** Durability, section 4: 10,000 reminders due in the same second are claimed and committed within 5 s. */
export const reminders: Bench = {
  name: 'reminders',
  measures: 'seconds from the moment at which 10,000 reminders fall due to the commit of the last one',
  run: async (run) => {
    const size = run.quick ? 'quick' : 'full';
    const [desk, redis] = [await largestDesk(run), await sharedRedis(run)];
    const { databaseUrl, pool } = desk;
    const worker = await startWorkerProcess({ databaseUrl, redisUrl: redis.url, poolSize: SHARED.poolSize });
    await using end = new AsyncDisposableStack();
    end.defer(() => worker.kill());
    const seconds: number[] = [];
    for (let bursts = 0; bursts < BURSTS[size]; bursts += 1) {
      const begun = await deskNow(pool);
      const burst = await makeRemindersDue(pool, BURST[size], AHEAD_SECONDS[size]);
      await burst.untilDone();
      await burst.check();
      const { last } = await burst.secondsFrom(begun);
      seconds.push(last - AHEAD_SECONDS[size]);
      run.say(`burst ${bursts + 1}: ${seconds.at(-1)?.toFixed(1)} s`);
    }
    run.report({
      name: 'reminders',
      what: `${BURST[size].toLocaleString('en')} reminders due in one second, until the last commit`,
      unit: 's',
      values: seconds,
      target: { atMost: 5 },
      details: { workers: 1, ...SHARED },
    });
  },
};
