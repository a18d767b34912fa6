import { INSTANT_TEXT } from '#persistence/database-time';
import type { ClockJumpView, DeadWork, OperationsPage, Revival, WorkerSeen } from '#contracts/operations';
import type { SqlSession } from '#persistence/database';
import { workByQueue } from './work.js';

/** So many of each kind and reason are listed; the others are counted. */
const LISTED = 20;
/** An effect that died without a word. */
const REASON = `coalesce(last_error, 'unexpected')`;

/** Everything the board shows, from the database alone: the same on both backends, and true while Redis is gone. */
export const readBoard = async (session: SqlSession): Promise<OperationsPage> => {
  const [queues, workers, dead, clockJump] = await Promise.all([
    workByQueue(session),
    readWorkers(session),
    readDead(session),
    readJump(session),
  ]);
  return { queues, workers, dead, clockJump };
};

const readWorkers = (session: SqlSession): Promise<WorkerSeen[]> =>
  session.query(
    `select name, ${INSTANT_TEXT('started_at')} as "startedAt", ${INSTANT_TEXT('seen_at')} as "seenAt",
       seen_at < clock_timestamp() - interval '1 minute' as silent
     from artikla.worker_seen order by silent, started_at, name`,
  );

const readDead = (session: SqlSession): Promise<DeadWork[]> =>
  session.query(
    `select kind, reason, max(total)::int as total, jsonb_agg(jsonb_build_object('id', given_up.id, 'queue', queue,
         'reference', reference, 'attempts', attempts, 'dueAt', ${INSTANT_TEXT('due_at')}) order by place) as effects
     from (
       select id, kind, ${REASON} as reason, queue, request_id, attempts, due_at,
         count(*) over same as total, row_number() over (same order by due_at, id) as place
       from effect where state = 'dead' window same as (partition by kind, ${REASON})
     ) as given_up left join subject_request on subject_request.id = request_id
     where place <= $1 group by kind, reason order by max(total) desc, kind, reason`,
    [LISTED],
  );

const readJump = async (session: SqlSession): Promise<ClockJumpView | null> => {
  const [row] = await session.query<ClockJumpView>(
    `select direction, ${INSTANT_TEXT('expected')} as expected, ${INSTANT_TEXT('seen')} as seen,
       ${INSTANT_TEXT('noticed_at')} as "noticedAt"
     from artikla.clock_jump where ended_at is null`,
  );
  return row ?? null;
};

/** Gives what was given up another start, one or all of a kind and reason, and tells how many that were. */
export const revive = async (session: SqlSession, { kind, reason, effect }: Revival): Promise<number> => {
  const revived = await session.query(
    `update effect set state = 'pending', attempts = 0, retry_at = null, offered_until = null, offers = 0
     where state = 'dead' and kind = $1 and ${REASON} = $2 and ($3::text is null or id = $3) returning id`,
    [kind, reason, effect],
  );
  return revived.length;
};
