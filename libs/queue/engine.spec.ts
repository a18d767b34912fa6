import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fileRequest, openDesk, type TestDesk } from '#test/support/desk';
import { pileAlerts, startEngine, type EngineOptions, type TestEngine } from '#test/support/engine';
import { startRedis, type TestRedis } from '#test/support/redis';
import { eventually } from '#test/support/whole-desk';
import { EffectFailure } from './effect-failure.js';
import { USUAL_LIMITS } from './engine-limits.js';

const QUICK = { ...USUAL_LIMITS, timeoutOf: () => 0.5 };

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe.each(['redis', 'postgres'] as const)('the engine with its queues on %s', (backend) => {
  let redis: TestRedis | null = null;
  let desk: TestDesk;
  let requestId: string;
  const engines: TestEngine[] = [];

  beforeAll(async () => {
    redis = backend === 'redis' ? await startRedis() : null;
  });
  afterAll(async () => redis?.stop());

  beforeEach(async () => {
    desk = await openDesk();
    ({ requestId } = await fileRequest(desk, ['access']));
    await desk.database.query('delete from effect');
  });
  afterEach(async () => {
    await Promise.all(engines.splice(0).map((engine) => engine.close()));
    await desk.close();
  });

  const start = async (options: Omit<EngineOptions, 'redisUrl'>): Promise<TestEngine> => {
    const engine = await startEngine(desk, {
      prefix: `test-${requestId}`,
      ...options,
      redisUrl: redis === null ? null : redis.url,
    });
    engines.push(engine);
    return engine;
  };

  /** Effects with these names, by state. */
  const states = async (name: string): Promise<Record<string, number>> => {
    const rows = await desk.database.query<{ state: string; count: string }>(
      `select state, count(*) from effect where id like $1 group by state`,
      [`${name}/%`],
    );
    return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
  };

  const allOver = (name: string, count: number) =>
    eventually(`${name} to be over`, async () => ((await states(name))['cancelled'] === count ? true : undefined));

  it('goes on with everything else while some effects fail each time', async () => {
    await pileAlerts(desk, requestId, 'poison', 20);
    await pileAlerts(desk, requestId, 'good', 20);
    await start({
      handlers: {
        alert: ({ id }) =>
          id.startsWith('poison/') ? Promise.reject(new EffectFailure('unavailable')) : Promise.resolve(null),
      },
    });
    await allOver('good', 20);
    expect(await states('poison')).toEqual({ pending: 20 });
  });

  it('takes back what hangs, so that it keeps no place for ever', async () => {
    await pileAlerts(desk, requestId, 'hang', 12);
    await pileAlerts(desk, requestId, 'good', 12);
    const engine = await start({
      limits: QUICK,
      handlers: { alert: ({ id }) => (id.startsWith('hang/') ? new Promise(() => undefined) : Promise.resolve(null)) },
    });
    await allOver('good', 12);
    const [row] = await desk.database.query<{ attempts: number; last_error: string }>(
      `select attempts, last_error from effect where id = 'hang/1'`,
    );
    expect(row?.last_error).toBe('timed-out');
    expect(await engine.counted('artikla_effect_attempts_total', { outcome: 'failed' })).toBeGreaterThanOrEqual(4);
  });

  it('lets nothing be written by an attempt that took too long', async () => {
    await pileAlerts(desk, requestId, 'slow', 1);
    let begun = 0;
    const engine = await start({
      limits: QUICK,
      handlers: {
        alert: async ({ id }) => {
          begun += 1;
          await pause(1500);
          return { command: { type: 'recordLetter', letter: 'disowned-alert', effect: id, sent: true, answers: null } };
        },
      },
    });
    const { entries } = await desk.ledger.read(requestId);
    await eventually('a first attempt to fail', async () =>
      (await engine.counted('artikla_effect_attempts_total', { outcome: 'failed' })) > 0 ? true : undefined,
    );
    await pause(2000);
    expect(begun).toBeGreaterThan(0);
    expect((await desk.ledger.read(requestId)).entries).toHaveLength(entries.length);
  });

  it('keeps a narrow place narrow over two workers, and everything else going', async () => {
    await pileAlerts(desk, requestId, 'shop', 12, { queue: 'fulfilment' });
    await pileAlerts(desk, requestId, 'other', 12, { queue: 'fulfilment' });
    let [inside, most] = [0, 0];
    const handlers: EngineOptions['handlers'] = {
      alert: async ({ id }, _request, enter) => {
        if (!id.startsWith('shop/')) return null;
        await enter({ kind: 'register', key: 'shop' });
        inside += 1;
        most = Math.max(most, inside);
        await pause(100);
        inside -= 1;
        return null;
      },
    };
    const limits = { ...USUAL_LIMITS, lanes: { register: 2, mail: 2 } };
    await Promise.all([start({ handlers, limits }), start({ handlers, limits })]);
    await allOver('other', 12);
    await allOver('shop', 12);
    expect(most).toBe(2);
    const counted = await desk.database.query(`select from effect where id like 'shop/%' and attempts <> 1`);
    expect(counted).toEqual([]);
  });

  it('serves a small organisation while a large one has thousands of effects due', async () => {
    const [large, small] = [randomUUID(), randomUUID()];
    for (const id of [large, small]) {
      await desk.database.query(
        `insert into controller (id, name, country, time_zone, regime, languages, profile, sender, record_of_processing)
         select $1, 'Toinen', country, time_zone, regime, languages, profile, sender, record_of_processing
         from controller limit 1`,
        [id],
      );
    }
    await pileAlerts(desk, requestId, 'large', 5000, { organisation: large });
    await start({ handlers: { alert: () => pause(5).then(() => null) } });
    await eventually('the large one to be under way', async () =>
      ((await states('large'))['cancelled'] ?? 0) > 100 ? true : undefined,
    );
    await pileAlerts(desk, requestId, 'small', 3, { organisation: small });
    await allOver('small', 3);
    expect((await states('large'))['pending']).toBeGreaterThan(2000);
  });
});
