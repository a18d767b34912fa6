import { setTimeout as pause } from 'node:timers/promises';
import { createPostgresBackend, Queue } from 'bullmq';
import { Pool } from 'pg';
import { QUEUES, type QueueName } from '#domain/request/effects';
import type { RunningApp } from '#test/support/processes';
import type { Fault, Strike } from '#test/chaos/strike';
import type { Town } from '#test/chaos/town';

const COUNTED_WITHIN_MS = 90_000;
const LOOK_EVERY_MS = 250;
const OVERWRITTEN_MS = 3_000;

const MALFORMED: readonly unknown[] = [
  null,
  'alert',
  [],
  { effectId: '' },
  { effectId: ['a', 'b'] },
  { effectId: 'x'.repeat(10_000) },
];
const UNKNOWN: readonly string[] = ['nobody/1/alert', `'; drop table effect; --`, '../../etc/passwd', '%'];
/** What a job may say beside its id; nobody asks it. */
const ORDERS = { kind: 'send-letter', command: { type: 'dismiss' }, dueAt: '1970-01-01T00:00:00Z', lease: 'mine' };

const IGNORED = /^artikla_jobs_ignored_total\{[^}]*reason="(?:malformed|unknown|foreign)"[^}]*\} (\d+)$/gm;

/** One that belongs to another queue, and one that is not due for long. */
const REAL_IDS = `(select id, 'foreign' as sort from effect where queue <> $1 order by random() limit 3)
  union all (select id, 'early' from effect
    where queue = $1 and state = 'pending' and due_at > artikla.now() + interval '10 days' limit 3)`;

/** The queue as anybody sees it who can reach the server. */
const queueOf = async (
  { redis, redisClient, postgres, queuePrefix }: Town,
  name: QueueName,
): Promise<AsyncDisposable & { readonly queue: Queue }> => {
  if (redis !== null && redisClient !== null) {
    const queue = new Queue(name, { connection: redisClient as never, prefix: `{${queuePrefix}}` });
    queue.on('error', () => undefined);
    return { queue, [Symbol.asyncDispose]: () => queue.close() };
  }
  const pool = new Pool({ connectionString: postgres.url('desk'), max: 3, options: '-c search_path=bullmq' });
  pool.on('error', () => undefined);
  const queue = new Queue(name, { connection: pool as never }, createPostgresBackend as never);
  queue.on('error', () => undefined);
  return {
    queue,
    [Symbol.asyncDispose]: async () => {
      await queue.close();
      await pool.end();
    },
  };
};

/** How many strange jobs each worker that is up has counted. */
const counts = async ({ crew }: Town): Promise<Map<RunningApp, number>> => {
  const up = crew.slots.flatMap(({ worker, port }) => (worker === null ? [] : [{ worker, port }]));
  const counted = up.map(async ({ worker, port }) => {
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    return [worker, [...text.matchAll(IGNORED)].reduce((sum, [, times]) => sum + Number(times), 0)] as const;
  });
  return new Map(await Promise.all(counted));
};

/** Puts every sort of strange job into every queue; resolves with how many must be counted. */
const putStrangeJobs = async (town: Town): Promise<number> => {
  let put = 0;
  for (const name of QUEUES) {
    await using own = await queueOf(town, name);
    const real = await town.database.query<{ id: string; sort: string }>(REAL_IDS, [name]);
    const strange = [
      ...MALFORMED,
      ...UNKNOWN.map((effectId) => ({ effectId, ...ORDERS })),
      ...real.filter(({ sort }) => sort === 'foreign').map(({ id: effectId }) => ({ effectId, ...ORDERS })),
    ];
    const early = real.filter(({ sort }) => sort === 'early').map(({ id: effectId }) => ({ effectId, ...ORDERS }));
    await own.queue.addBulk([...strange, ...early].map((data) => ({ name: 'alert', data })));
    put += strange.length;
  }
  return put;
};

const strangeJobs = async ({ town, unheeded, strangers }: Strike): Promise<void> => {
  const before = await counts(town);
  const deaths = town.crew.deaths;
  const put = await putStrangeJobs(town);
  const until = performance.now() + COUNTED_WITHIN_MS;
  let counted = 0;
  while (counted < put && performance.now() < until && town.crew.deaths === deaths) {
    await pause(LOOK_EVERY_MS);
    const now = await counts(town).catch(() => before);
    counted = [...now].reduce((sum, [worker, count]) => sum + count - (before.get(worker) ?? 0), 0);
  }
  // What a worker has counted dies with it.
  if (town.crew.deaths !== deaths) return;
  strangers(put, counted);
  if (counted < put) unheeded(`of ${put} strange jobs only ${counted} were counted`);
};

export const STRANGER_FAULTS: readonly Fault[] = [
  { name: 'strange jobs in the queues', weight: 2, strike: strangeJobs },
  {
    name: 'keys of a queue overwritten',
    weight: 1,
    needs: 'redis',
    strike: async ({ town, chance }) => {
      const queue = `{${town.queuePrefix}}:${QUEUES[chance.below(QUEUES.length)]}`;
      const keys = [`${queue}:wait`, `${queue}:active`];
      await town.redisClient?.del(...keys);
      await town.redisClient?.mset(...keys.flatMap((key) => [key, 'not a list']));
      await pause(OVERWRITTEN_MS);
      await town.redisClient?.del(...keys);
    },
  },
];
