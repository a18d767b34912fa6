import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { Addresses } from '#contracts/addresses';
import { NoMailJournal } from '#letters/mail-journal';
import { createMailTransport } from '#letters/mail-transport';
import { freePort } from '#persistence/embedded/free-port';
import { FINLAND, openDesk, type TestDesk } from '#test/support/desk';
import { startRedis, type TestRedis } from '#test/support/redis';
import { eventually } from '#test/support/whole-desk';
import { startWorker, type RunningWorker } from './worker.js';

interface Answer {
  readonly status: number;
  readonly body: { readonly errors?: readonly { readonly path: string; readonly message: string }[] };
}

let desk: TestDesk;
let redis: TestRedis;
let worker: RunningWorker;
let folder: string;
let origin: string;

beforeAll(async () => {
  [desk, redis] = await Promise.all([openDesk(), startRedis()]);
  folder = await mkdtemp(join(tmpdir(), 'artikla-worker-'));
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  worker = await startWorker(
    {
      databaseUrl: desk.url,
      redisUrl: redis.url,
      queuePrefix: 'health',
      leaseSeconds: 5,
      keyring: desk.keyring,
      calendars: FINLAND,
      addresses: new Addresses('http://localhost:3000', 'http://localhost:3001'),
      storageDir: folder,
      checkpointFile: join(folder, 'checkpoints.jsonl'),
      transport: createMailTransport('smtp://127.0.0.1:1'),
      journal: new NoMailJournal(),
      logLevel: 'silent',
    },
    port,
  );
});
afterAll(async () => {
  await worker.close();
  await redis.stop();
  await desk.close();
  await rm(folder, { recursive: true });
});

const ready = async (): Promise<Answer> => {
  const answer = await fetch(`${origin}/health/ready`);
  return { status: answer.status, body: (await answer.json()) as Answer['body'] };
};

const setPolicy = async (policy: string): Promise<void> => {
  const client = new Redis(redis.url);
  await client.config('SET', 'maxmemory-policy', policy);
  client.disconnect();
};

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

  it('counts for Prometheus what it and the whole desk do', async () => {
    const text = await eventually('a first sweep', async () => {
      const metrics = await (await fetch(`${origin}/metrics`)).text();
      return /last_sweep_timestamp_seconds [1-9]/.test(metrics) ? metrics : undefined;
    });
    const names = [...text.matchAll(/^# TYPE (artikla_\w+) /gm)].map(([, name]) => name);
    expect(names.toSorted((one = '', other = '') => one.localeCompare(other))).toEqual([
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
    ]);
  });

  it('is alive but not ready when Redis does not answer, and says what happens meanwhile', async () => {
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
  });
});
