import { Redis } from 'ioredis';
import { reasonOf } from '../reason.js';
import { failure, fine, warning, type Finding } from './finding.js';
import type { Settings } from '#contracts/settings';
import type { OpenDesk } from '../desk.js';

const PATIENCE_MS = 5000;

/** Redis must refuse new jobs rather than forget old ones (durability, finding 11). */
const lookAtRedis = async (url: string): Promise<Finding> => {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: PATIENCE_MS,
    commandTimeout: PATIENCE_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    const policy = /maxmemory_policy:(\S+)/.exec(await redis.info('memory'))?.[1];
    return policy === 'noeviction'
      ? fine('Queue', 'Redis answers and forgets nothing.')
      : failure('Queue', `Redis may forget jobs; set its maxmemory-policy from ${policy} to noeviction.`);
  } catch (error) {
    return failure(
      'Queue',
      `Redis does not answer (${reasonOf(error)}); see that it runs and that REDIS_URL is right.`,
    );
  } finally {
    redis.disconnect();
  }
};

/** What should have been done by now, and what was given up. */
export const checkWork = async ({ database }: OpenDesk): Promise<Finding[]> => {
  const [row] = await database.query<{ late: number; dead: number }>(
    `select (select count(*)::int from effect where state = 'pending' and due_at < artikla.now() - interval '1 minute'
         and (lease_until is null or lease_until < clock_timestamp())) as late,
       (select count(*)::int from effect where state = 'dead') as dead`,
  );
  const { late = 0, dead = 0 } = row ?? {};
  return [
    late === 0
      ? fine('Work', 'nothing waits that is due.')
      : warning('Work', `${late} effects are due for over a minute; see that a worker runs.`),
    ...(dead === 0 ? [] : [warning('Work', `${dead} effects were given up; retry them from their requests.`)]),
  ];
};

/** Where jobs wait. */
export const checkQueue = async ({ REDIS_URL }: Settings): Promise<Finding[]> => [
  REDIS_URL === undefined ? fine('Queue', 'kept in PostgreSQL.') : await lookAtRedis(REDIS_URL),
];
