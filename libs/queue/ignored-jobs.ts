import type { QueueName } from '#domain/request/effects';
import type { Database } from '#persistence/database';
import { DECLINED } from './offers.js';

/**
 * Why a job did nothing. `malformed`: it holds no id. `unknown`: there is no such effect. `foreign`: it belongs to another
 * queue. `other-release`: it is of a kind that this release cannot do. The rest are ours and harmless: `early`, `taken` by
 * another worker, `over`.
 */
export type Ignored = 'malformed' | 'unknown' | 'foreign' | 'other-release' | 'early' | 'taken' | 'over';

/**
 * Looks why an effect could not be claimed. One of a kind that only another release knows is declined, so that during an
 * upgrade whoever can do it need not try its luck with the queue again.
 */
export const whyIgnored = async (
  database: Database,
  id: string,
  queue: QueueName | null,
  kinds: readonly string[],
): Promise<Ignored> => {
  const [row] = await database.query<{ reason: Exclude<Ignored, 'malformed' | 'unknown'> }>(
    `select case when $2::text is not null and queue <> $2 then 'foreign' when state <> 'pending' then 'over'
       when not kind = any ($3::text[]) then 'other-release'
       when greatest(due_at, retry_at) > artikla.now() then 'early' else 'taken' end as reason
     from effect where id = $1`,
    [id, queue, kinds],
  );
  if (row?.reason === 'other-release') {
    await database.query(
      `update effect set offered_until = null, offers = $2 where id = $1 and state = 'pending' and lease_owner is null`,
      [id, DECLINED],
    );
  }
  return row?.reason ?? 'unknown';
};
