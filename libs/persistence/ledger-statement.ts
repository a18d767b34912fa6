import { SUPERSEDED } from './effect-rows.js';
import { PROJECTION, type projectionOf } from './projection.js';
import { statement } from './statement.js';

/** What one command writes, each list as parallel columns. */
export interface WritingValues extends ReturnType<typeof projectionOf> {
  readonly requestId: string;
  /** The version that was decided on; another one now and nothing is written. */
  readonly from: number;
  readonly version: number;
  readonly now: string;
  readonly remindersMark: string;
  readonly seqs: readonly number[];
  readonly types: readonly string[];
  readonly ats: readonly string[];
  readonly ons: readonly string[];
  readonly actors: readonly string[];
  readonly entryData: readonly string[];
  readonly sealed: readonly (Uint8Array | null)[];
  readonly previous: readonly Uint8Array[];
  readonly hashes: readonly Uint8Array[];
  readonly effectIds: readonly string[];
  readonly effectKinds: readonly string[];
  readonly effectQueues: readonly string[];
  readonly effectData: readonly string[];
  readonly dueAts: readonly string[];
  readonly traceParent: string | null;
  /** The effect that this settles, and whoever must still hold its lease. */
  readonly settles: string | null;
  readonly leaseOwner: string | null;
  /** The new effect whose lease the same owner takes at once. */
  readonly takes: string | null;
  readonly leaseSeconds: number;
}

/** With the reminders that must wait from now on. */
export interface WritingWithReminders extends WritingValues {
  readonly reminderPrefix: string;
  readonly reminderIds: readonly string[];
  readonly reminderKinds: readonly string[];
  readonly reminderQueues: readonly string[];
  readonly reminderData: readonly string[];
  readonly reminderDueAts: readonly string[];
}

/**
 * Everything hangs on `moved`: where somebody else has moved the request first, nothing is written at all. Where the
 * request was moved and the lease is lost, the whole statement fails.
 */
const MOVED = `moved as (
    update subject_request set version = @version, reminders_mark = @remindersMark, ${PROJECTION}
    where id = @requestId and version = @from
    returning controller_id
  ), settled as (
    update effect set state = 'done', done_at = @now, lease_owner = null, lease_until = null, last_error = null
    from moved where effect.id = @settles and lease_owner = @leaseOwner and state = 'pending'
    returning effect.id
  ), written as (
    insert into ledger_entry (request_id, seq, type, at, on_date, actor, data, sealed, prev_hash, hash)
    select @requestId, entry.* from moved cross join unnest(@seqs::int[], @types::text[], @ats::timestamptz[], @ons::date[],
      @actors::text[], @entryData::text[], @sealed::bytea[], @previous::bytea[], @hashes::bytea[]) as entry (seq)
    order by seq
  ), asked as (
    insert into effect (id, request_id, controller_id, kind, queue, data, due_at, trace_parent, attempts, lease_owner, lease_until)
    select id, @requestId, controller_id, kind, queue, data, due_at, case when due_at = @now then @traceParent end,
      case when id = @takes then 1 else 0 end, case when id = @takes then @leaseOwner end,
      case when id = @takes then clock_timestamp() + make_interval(secs => @leaseSeconds) end
    from moved cross join unnest(@effectIds::text[], @effectKinds::text[], @effectQueues::text[], @effectData::text[],
      @dueAts::timestamptz[]) as new (id, kind, queue, data, due_at)
  )`;

/**
 * Makes the waiting reminders of a request exactly those that it now asks for: new ones are added, those that wait are
 * about what they would be about if planned now, at the hour of now, ones whose reason is gone are cancelled, ones already
 * sent, or told by another mail, stay so. One already due but not yet sent is left to whoever sends it, who asks again
 * whether its reason still holds: what is late must not vanish.
 */
const REMINDERS = `dropped as (
    update effect set state = 'cancelled' from moved
    where request_id = @requestId and starts_with(id, @reminderPrefix) and state = 'pending'
      and not (id = any (@reminderIds::text[])) and due_at > artikla.now() and id is distinct from @settles
  ), planned as (
    insert into effect (id, request_id, controller_id, kind, queue, data, due_at)
    select id, @requestId, controller_id, kind, queue, data, due_at
    from moved cross join unnest(@reminderIds::text[], @reminderKinds::text[], @reminderQueues::text[],
      @reminderData::text[], @reminderDueAts::timestamptz[]) as new (id, kind, queue, data, due_at)
    where id is distinct from @settles
    on conflict (id) do update set state = 'pending', data = excluded.data, due_at = excluded.due_at, attempts = 0,
      last_error = null, retry_at = null
      where effect.state = 'pending' and effect.due_at > artikla.now()
          and (effect.data, effect.due_at) is distinct from (excluded.data, excluded.due_at)
        or effect.state = 'cancelled' and effect.last_error is distinct from '${SUPERSEDED}'
  )`;

const OUTCOME = `select exists (select from moved) as moved,
  case when @settles::text is not null and exists (select from moved) and not exists (select from settled)
    then artikla.lose_lease() end`;

export interface WritingOutcome {
  readonly moved: boolean;
}

/** The result of a command in one statement, which is one transaction and one round trip. */
export const WRITE = statement<WritingValues>('write', `with ${MOVED} ${OUTCOME}`);
export const WRITE_WITH_REMINDERS = statement<WritingWithReminders>(
  'write-with-reminders',
  `with ${MOVED}, ${REMINDERS} ${OUTCOME}`,
);
