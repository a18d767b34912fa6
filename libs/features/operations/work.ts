import { QUEUES, type QueueName } from '#domain/request/effects';
import type { SqlSession } from '#persistence/database';

/** What there is to do in one queue: numbers of effects. */
export interface QueueWork {
  readonly queue: QueueName;
  /** Could begin now. */
  readonly due: number;
  /** Of these, for over a minute: as a rule nobody does them. */
  readonly late: number;
  /** Being done. */
  readonly leased: number;
  /** Failed, and tried again later. */
  readonly waiting: number;
  /** Given up until an officer gives them another start. */
  readonly dead: number;
  /** Seconds since the oldest that is not done was due; 0 when there is none. */
  readonly oldest: number;
}

/** Numbers stop growing here, oldest work first: whoever asks for them every few seconds must not add to a heap of a million. */
const COUNTED = 10_000;

const NOTHING = { due: 0, late: 0, leased: 0, waiting: 0, dead: 0, oldest: 0 };

/**
 * The work of every queue, counted in the oldest that is due and in what was given up. Costs nothing that lies in the future
 * or was done. What is leased is among what is due: an index of its own would have to be written by every claim.
 */
export const workByQueue = async (session: SqlSession): Promise<QueueWork[]> => {
  const rows = await session.query<QueueWork>(
    `with now as (select artikla.now() as at), open as materialized (
       select queue, due_at, greatest(due_at, retry_at) as next,
         coalesce(lease_until > clock_timestamp(), false) as leased
       from effect where state = 'pending' and due_at <= artikla.now() order by due_at limit ${COUNTED}
     ), dead as materialized (select queue from effect where state = 'dead' limit ${COUNTED})
     select queue, sum(due)::int as due, sum(late)::int as late, sum(leased)::int as leased,
       sum(waiting)::int as waiting, sum(dead)::int as dead, max(oldest)::float8 as oldest
     from (
       select queue, count(*) filter (where not leased and next <= at) as due,
         count(*) filter (where not leased and next <= at - interval '1 minute') as late,
         count(*) filter (where leased) as leased, count(*) filter (where not leased and next > at) as waiting,
         0 as dead, extract(epoch from at - min(due_at)) as oldest
       from open, now group by queue, at
       union all
       select queue, 0, 0, 0, 0, count(*), 0 from dead group by queue
     ) as parts group by queue`,
  );
  return QUEUES.map((queue) => ({ ...NOTHING, ...rows.find((row) => row.queue === queue), queue }));
};
