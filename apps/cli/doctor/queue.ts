import { policyProblem } from '#queue/queue-backend';
import { evictionPolicies, parseRedisUrl, tryRedis } from '#queue/redis-url';
import { reasonOf } from '../reason.js';
import { failure, fine, warning, type Finding } from './finding.js';
import type { Settings } from '#contracts/settings';
import type { OpenDesk } from '../desk.js';

const PATIENCE_MS = 5000;

const lookAtRedis = async (url: string): Promise<Finding> => {
  const redis = tryRedis(parseRedisUrl(url), PATIENCE_MS);
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    const problem = policyProblem(await evictionPolicies(redis));
    return problem === null ? fine('Queue', 'Redis answers and forgets nothing.') : failure('Queue', problem);
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
