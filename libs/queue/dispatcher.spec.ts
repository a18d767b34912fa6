import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fileRequest, openDesk, type TestDesk } from '#test/support/desk';
import { pileAlerts, startEngine, type TestEngine } from '#test/support/engine';
import { startRedis, type TestRedis } from '#test/support/redis';
import { eventually } from '#test/support/whole-desk';

const HALF_A_MINUTE = 30_000;
/** How long the queue may be silent, and some seconds for a slow machine. */
const SOON_AFTER_PATIENCE = 14_000;

let redis: TestRedis;
let desk: TestDesk;
let requestId: string;
let engine: TestEngine;

beforeAll(async () => {
  desk = await openDesk();
  ({ requestId } = await fileRequest(desk, ['access']));
});
afterAll(() => desk.close());

beforeEach(async () => {
  redis = await startRedis();
  await desk.database.query('delete from effect');
});
// A worker that cannot reach its Redis takes its time to give it up.
afterEach(async () => {
  await engine.close();
  await redis.stop();
}, 120_000);

const over = (name: string, count: number) =>
  eventually(`${name} to be over`, async () => {
    const rows = await desk.database.query(`select from effect where id like $1 and state = 'cancelled'`, [
      `${name}/%`,
    ]);
    return rows.length === count ? true : undefined;
  });

/** A job that Redis has forgotten: on offer in its row, and nowhere else. */
const forget = (name: string) =>
  desk.database.query(
    `update effect set offers = 3, offered_until = clock_timestamp() + interval '40 seconds' where id like $1`,
    [`${name}/%`],
  );

describe('a Redis that was emptied', () => {
  it('is filled again within two seconds, however long the lost offers would still have held', async () => {
    await pileAlerts(desk, requestId, 'lost', 5);
    await forget('lost');
    engine = await startEngine(desk, { redisUrl: redis.url, handlers: { alert: () => Promise.resolve(null) } });
    const begun = performance.now();
    await over('lost', 5);
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});

describe('a Redis that is emptied while work is under way', () => {
  it('goes on within seconds, though the offers of the jobs that were lost would have held longer', async () => {
    let done = 0;
    engine = await startEngine(desk, {
      redisUrl: redis.url,
      handlers: {
        alert: async () => {
          done += 1;
          if (done === 20) await redis.flush();
          return null;
        },
      },
    });
    await pileAlerts(desk, requestId, 'flushed', 150);
    await over('flushed', 150);
    const [row] = await desk.database.query<{ longest: number }>(
      `select extract(epoch from max(gap))::float8 as longest from (
         select done_at - lag(done_at) over (order by done_at) as gap from effect where id like 'flushed/%') gaps`,
    );
    expect(row?.longest).toBeLessThan(3);
  });
});

describe('a Redis that is gone', () => {
  it(
    'is waited for a little; then what is due runs in the worker, and what hangs there stops nothing else',
    async () => {
      let hanging = 0;
      engine = await startEngine(desk, {
        redisUrl: redis.url,
        leaseSeconds: 2,
        limits: { lanes: { register: 4, mail: 4 }, timeoutOf: () => 3 },
        handlers: {
          alert: ({ id }) => {
            if (!id.startsWith('hang/')) return Promise.resolve(null);
            hanging += 1;
            return new Promise(() => undefined);
          },
        },
      });
      await redis.kill();
      const begun = performance.now();
      await pileAlerts(desk, requestId, 'hang', 3);
      await pileAlerts(desk, requestId, 'good', 40);
      await over('good', 40);
      expect(performance.now() - begun).toBeLessThan(SOON_AFTER_PATIENCE);
      expect(hanging).toBeGreaterThanOrEqual(3);
      await redis.restart();
      await pileAlerts(desk, requestId, 'later', 5, { queue: 'response' });
      await over('later', 5);
    },
    2 * HALF_A_MINUTE,
  );
});
