import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { HANDS } from '#test/bench/engine/hands';
import { prepareDesk } from '#test/bench/engine/prepared-desk';
import { openDesk, type TestDesk } from '#test/support/desk';
import { startEngine, type TestEngine, type TestHandlers } from '#test/support/engine';
import { startRedis, type TestRedis } from '#test/support/redis';
import { eventually } from '#test/support/whole-desk';
import { USUAL_LIMITS } from './engine-limits.js';

const SILENT = () => undefined;
const HANDLERS = Object.fromEntries(
  HANDS.map((Hand) => new Hand()).map((hand) => [hand.kind, hand.run.bind(hand)]),
) as TestHandlers;

let redis: TestRedis;
let desk: TestDesk;
let engine: TestEngine | null = null;

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());
beforeEach(async () => {
  desk = await openDesk();
  await prepareDesk(desk, 1, SILENT);
  await desk.database.query(`update effect set due_at = artikla.now() where kind = 'run-task' and state = 'pending'`);
});
afterEach(async () => {
  await engine?.close();
  await desk.close();
});

interface Row {
  readonly kind: string;
  readonly state: string;
  readonly attempts: number;
  readonly offers: number;
  readonly last_error: string | null;
}

/** From carrying the erasure out to its answer. */
const life = () =>
  desk.database.query<Row>(
    `select kind, state, attempts, offers, last_error from effect
     where kind in ('build-package', 'send-letter') and data like '%erasure%' order by kind`,
  );

const closed = () =>
  eventually('the request to be closed', async () => {
    const rows = await desk.database.query('select from subject_request where closed_on is not null');
    return rows.length === 1 ? true : undefined;
  });

describe('an effect whose result asks for another at once', () => {
  it('is followed by it in the same job, so nothing of it goes through a queue again', async () => {
    engine = await startEngine(desk, { redisUrl: redis.url, handlers: HANDLERS });
    await closed();
    expect(await life()).toEqual([
      { kind: 'build-package', state: 'done', attempts: 1, offers: 0, last_error: null },
      { kind: 'send-letter', state: 'done', attempts: 1, offers: 0, last_error: null },
    ]);
    expect(await engine.counted('artikla_effect_attempts_total', { outcome: 'done' })).toBe(1);
  });

  it('is followed by it all the same when the worker dies in between: its lease runs out', async () => {
    let deaths = 0;
    const built = HANDLERS['build-package'] as NonNullable<TestHandlers['build-package']>;
    const dies: typeof built = (...asked) => {
      deaths += 1;
      return deaths === 1 ? new Promise(() => undefined) : built(...asked);
    };
    engine = await startEngine(desk, {
      redisUrl: redis.url,
      leaseSeconds: 30,
      limits: { ...USUAL_LIMITS, timeoutOf: () => 3 },
      handlers: { ...HANDLERS, 'build-package': dies },
    });
    await eventually('the first attempt to hang', () => Promise.resolve(deaths === 1 ? true : undefined));
    await desk.database.query(
      `update effect set lease_until = clock_timestamp() - interval '1 second' where kind = 'build-package'`,
    );
    await closed();
    expect(await life()).toMatchObject([
      { kind: 'build-package', state: 'done', attempts: 2 },
      { kind: 'send-letter', state: 'done', attempts: 1 },
    ]);
  });

  it('leaves it to the queue when the worker is about to stop', async () => {
    let [begun, release] = [false, SILENT as () => void];
    const held = new Promise<void>((resolve) => (release = resolve));
    const done = HANDLERS['run-task'] as NonNullable<TestHandlers['run-task']>;
    const slow: typeof done = async (...asked) => {
      begun = true;
      await held;
      return done(...asked);
    };
    engine = await startEngine(desk, { redisUrl: redis.url, handlers: { ...HANDLERS, 'run-task': slow } });
    await eventually('the task to begin', () => Promise.resolve(begun ? true : undefined));
    const closing = engine.close();
    engine = null;
    await setTimeout(500);
    release();
    await closing;
    expect(await life()).toMatchObject([{ kind: 'build-package', state: 'pending', attempts: 0 }]);
  });
});
