import { describe, expect, it } from '@jest/globals';
import { CRASH_POINTS } from '#test/chaos/crash-points';
import { SORTS, tableOf } from '#test/chaos/report';
import { runStorm, type StormPlan } from '#test/chaos/storm';

/** Far longer than it takes, for a machine that does much else at once. */
const WITHIN_MS = 600_000;
const SEED = 20_261_122;
const quiet = () => undefined;

const storm = (plan: Partial<StormPlan>) =>
  runStorm({
    backend: 'redis',
    seed: SEED,
    workers: 3,
    requests: 12,
    seconds: 12,
    patienceSeconds: 90,
    say: quiet,
    ...plan,
  });

/** Every point is visited, one half of them on each backend. */
const points = (half: 0 | 1) => CRASH_POINTS.filter((_point, index) => index % 2 === half);

// Storms wait more than they work, so they rage side by side, which tests do within one block only.
describe('a desk in a storm', () => {
  it.concurrent.each([
    [
      'queue on redis',
      {
        backend: 'redis',
        only: [
          ...points(0),
          'Redis emptied',
          'strange jobs in the queues',
          'cut after the dot, taken',
          '552 to the message',
        ],
      },
    ],
    [
      'queue on postgres',
      {
        backend: 'postgres',
        only: [
          ...points(1),
          'worker killed',
          'worker frozen at the marker',
          'database sessions ended',
          'PostgreSQL crashed',
          'database clock three hours ahead',
          'time forward a day',
          'strange jobs in the queues',
          '450 to the recipient',
          'reset before DATA',
          'cut after the dot, taken',
          'cut after the dot, not taken',
        ],
      },
    ],
  ] as const)(
    'loses, doubles, misses and repeats nothing: %s',
    async (_name, plan) => {
      const outcome = await storm(plan);
      const found = SORTS.flatMap((sort) => outcome[sort].map((finding) => `${sort}: ${finding}`));
      expect(found).toEqual([]);
      expect(outcome.requests).toBeGreaterThanOrEqual(10);
      expect(tableOf(outcome)).toContain('0 lost, 0 doubled, 0 missed, 0 duplicate, 0 early, 0 unproven');
    },
    WITHIN_MS,
  );

  const mutated = (plan: Partial<StormPlan>) => storm({ workers: 2, requests: 8, patienceSeconds: 8, ...plan });

  it.concurrent(
    'shows that the marker before the final dot is gone',
    async () => {
      const plan = { mutation: 'marker', only: ['after-mail:acknowledgement'], seconds: 0 } as const;
      expect((await mutated(plan)).duplicate).not.toEqual([]);
    },
    WITHIN_MS,
  );

  it.concurrent(
    'shows that nobody asks for the lease',
    async () => {
      // Every delivery takes longer than the sweep after which work that nobody holds is offered again.
      const only = ['slow to the recipient', 'slow to the message'];
      const { duplicate } = await mutated({ mutation: 'lease', only, trouble: 200 });
      expect(duplicate).not.toEqual([]);
    },
    WITHIN_MS,
  );

  it.concurrent(
    'shows that two writers of one request are not kept apart',
    async () => {
      const { doubled } = await mutated({ mutation: 'version', only: [], requests: 24, seconds: 25 });
      expect(doubled).not.toEqual([]);
    },
    WITHIN_MS,
  );
});
