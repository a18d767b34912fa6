import { SHARED } from '#test/bench/engine/engine-bench';
import { runContest } from '#test/bench/engine/process';
import { sharedRedis } from '#test/bench/engine/servers';
import { sharedOpenDesk, SIZES } from '#test/bench/open/open-desk';
import { idleSweep } from '#test/bench/open/sweep';
import type { Bench } from '#test/bench/bench';

const WORK = { full: { warmUp: 100, requests: 800, sweeps: 1000 }, quick: { warmUp: 2, requests: 5, sweeps: 20 } };

/** Speed and idle cost must not depend on how many requests are open. */
export const growth: Bench = {
  name: 'growth',
  measures: 'speed of three transitions, and an idle sweep, with 10,000, 100,000 and 1,000,000 open requests',
  run: async (run) => {
    const { sweeps, ...work } = run.quick ? WORK.quick : WORK.full;
    const [desk, redis] = [await sharedOpenDesk(run), await sharedRedis(run)];
    let smallest: number | undefined;
    for (const open of run.quick ? SIZES.quick : SIZES.full) {
      await desk.grow(open);
      await redis.flush();
      const { databaseUrl } = desk;
      const place = { databaseUrl, secondDatabaseUrl: databaseUrl, redisUrl: redis.url };
      const { perSecond, p99, allCpu, ownCpu } = await runContest({ engine: 'redis', ...place, ...SHARED, ...work });
      smallest ??= perSecond;
      const size = open.toLocaleString('en');
      run.report({
        name: `growth.${open}`,
        what: `Ours on Redis with ${size} open`,
        unit: 'requests/s',
        values: [perSecond],
        floor: smallest,
        ratioTarget: { atLeast: 0.9 },
        details: { p99: Math.round(p99), cpuAll: Number((allCpu ?? ownCpu).toFixed(2)), ...work },
      });
      run.report({
        name: `sweep.${open}`,
        what: `Idle sweep with ${size} open, p50`,
        unit: 'ms',
        values: [await idleSweep(databaseUrl, redis.url, sweeps)],
        target: { atMost: 0.3 },
        details: { sweeps },
      });
    }
  },
};
