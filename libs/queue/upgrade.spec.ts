import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fileRequest, openDesk, type TestDesk } from '#test/support/desk';
import { pileAlerts, startEngine, type EngineOptions, type TestEngine } from '#test/support/engine';
import { startRedis, type TestRedis } from '#test/support/redis';
import { eventually } from '#test/support/whole-desk';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface EffectState {
  readonly state: string;
  readonly attempts: number;
}

describe.each(['redis', 'postgres'] as const)('an upgrade, worker by worker, with the queues on %s', (backend) => {
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

  const start = async (handlers: EngineOptions['handlers']): Promise<TestEngine> => {
    const engine = await startEngine(desk, {
      prefix: requestId,
      handlers,
      redisUrl: redis === null ? null : redis.url,
    });
    engines.push(engine);
    return engine;
  };

  const statesOf = (name: string): Promise<EffectState[]> =>
    desk.database.query<EffectState>('select state, attempts from effect where id like $1', [`${name}/%`]);

  /** An older release: it does letters, and has never heard of alerts. */
  const OLDER = { 'send-letter': () => Promise.resolve(null) };

  it('leaves effects of a kind that only a newer release knows to that release, whoever is given their jobs', async () => {
    await pileAlerts(desk, requestId, 'new', 20);
    const older = await Promise.all([start(OLDER), start(OLDER)]);
    await pause(1500);
    expect(await statesOf('new')).toEqual(Array.from({ length: 20 }, () => ({ state: 'pending', attempts: 0 })));

    await start({ ...OLDER, alert: () => Promise.resolve(null) });
    await eventually('the newer release to do what is its own', async () =>
      (await statesOf('new')).every(({ state }) => state === 'cancelled') ? true : undefined,
    );
    expect((await statesOf('new')).every(({ attempts }) => attempts === 1)).toBe(true);
    for (const { counted } of older) {
      expect(await counted('artikla_effect_attempts_total', { kind: 'alert' })).toBe(0);
    }
  });

  it('lets a worker that is stopped finish what it has begun, and begin nothing more', async () => {
    let [begun, ended] = [0, 0];
    const engine = await start({
      alert: async () => {
        begun += 1;
        await pause(1000);
        ended += 1;
        return null;
      },
    });
    await pileAlerts(desk, requestId, 'work', 12);
    await eventually('work to begin', () => (begun >= 4 ? true : undefined));
    await engine.close();
    engines.splice(0);
    expect(ended).toBe(begun);
    expect(begun).toBeLessThan(12);
    const states = await statesOf('work');
    expect(states.filter(({ state }) => state === 'cancelled')).toHaveLength(ended);
    expect(states.filter(({ state, attempts }) => state === 'pending' && attempts === 0)).toHaveLength(12 - begun);
  });
});
