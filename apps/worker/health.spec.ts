import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { acceptClock, noteJump } from '#persistence/clock-watermark-rows';
import { openDesk, type TestDesk } from '#test/support/desk';
import { startRedis, type TestRedis } from '#test/support/redis';
import { eventually } from '#test/support/whole-desk';
import { startTestWorker, type TestWorker } from '#test/support/worker';

interface Answer {
  readonly status: number;
  readonly body: { readonly errors?: readonly { readonly path: string; readonly message: string }[] };
}

let desk: TestDesk;
let redis: TestRedis;
let worker: TestWorker;
let origin: string;

beforeAll(async () => {
  [desk, redis] = await Promise.all([openDesk(), startRedis()]);
  worker = await startTestWorker(desk, { redisUrl: redis.url });
  ({ origin } = worker);
});
afterAll(async () => {
  await worker.close();
  await redis.stop();
  await desk.close();
});

const ready = async (): Promise<Answer> => {
  const answer = await fetch(`${origin}/health/ready`);
  return { status: answer.status, body: (await answer.json()) as Answer['body'] };
};

const ask = async <T>(question: (client: Redis) => Promise<T>): Promise<T> => {
  const client = new Redis(redis.url);
  const answer = await question(client);
  client.disconnect();
  return answer;
};

const setPolicy = (policy: string) => ask((client) => client.config('SET', 'maxmemory-policy', policy));

const connections = () => ask(async (client) => String(await client.client('LIST')).split('\n').length);

describe('a worker', () => {
  it('is ready with its database, its queue and its dispatcher, and names the schema it found', async () => {
    expect(await ready()).toEqual({ status: 200, body: { status: 'ok', schema: expect.stringMatching(/^\d{4}-/) } });
  });

  it('is not ready while Redis may forget jobs to make room, and says how to mend it', async () => {
    await setPolicy('allkeys-lru');
    expect(await ready()).toEqual({
      status: 503,
      body: {
        code: 'not-ready',
        errors: [
          {
            path: 'queue',
            message: 'Redis may forget jobs; set its maxmemory-policy from allkeys-lru to noeviction.',
          },
        ],
      },
    });
    await setPolicy('noeviction');
    expect((await ready()).status).toBe(200);
  });

  it('is not ready while the clock of the database is not believed, and says what to do', async () => {
    const now = Date.now();
    await noteJump(desk.database, { direction: 'ahead', expected: now, seen: now + 7_200_000 });
    expect((await ready()).body.errors).toEqual([
      {
        path: 'clock',
        message: expect.stringMatching(/ran ahead of time .* say "artikla clock-jump accept" when it is\.$/),
      },
    ]);
    expect(await (await fetch(`${origin}/metrics`)).text()).toMatch(/^artikla_clock_jumped 1$/m);
    await acceptClock(desk.database, 'somebody');
    expect((await ready()).status).toBe(200);
  });

  it('counts for Prometheus what it and the whole desk do', async () => {
    const text = await eventually('a first sweep', async () => {
      const metrics = await (await fetch(`${origin}/metrics`)).text();
      return /last_sweep_timestamp_seconds [1-9]/.test(metrics) ? metrics : undefined;
    });
    const names = [...text.matchAll(/^# TYPE (artikla_\w+) /gm)].map(([, name]) => name);
    expect(names.toSorted((one = '', other = '') => one.localeCompare(other))).toEqual([
      'artikla_clock_jumped',
      'artikla_dispatch_lag_seconds',
      'artikla_dispatcher_last_sweep_timestamp_seconds',
      'artikla_effect_attempts_total',
      'artikla_effect_due_to_done_seconds',
      'artikla_effects_dead',
      'artikla_effects_due',
      'artikla_effects_late',
      'artikla_effects_leased',
      'artikla_effects_oldest_due_seconds',
      'artikla_effects_waiting',
      'artikla_jobs_ignored_total',
      'artikla_mails',
      'artikla_reminders_sent_total',
      'artikla_workers',
    ]);
  });

  it('is alive but not ready when Redis does not answer, and says what happens meanwhile', async () => {
    const before = await connections();
    await redis.kill();
    expect((await ready()).body.errors).toEqual([
      {
        path: 'queue',
        message: 'The queue does not answer; what is due is done in the workers themselves until it does.',
      },
    ]);
    expect((await fetch(`${origin}/health/live`)).status).toBe(200);
    await redis.restart();
    await eventually('the queue to be back', async () => ((await ready()).status === 200 ? true : undefined));
    await eventually('all its connections to be back', async () =>
      (await connections()) >= before ? true : undefined,
    );
  });
});
