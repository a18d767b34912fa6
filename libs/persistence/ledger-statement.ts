import { DatabaseError } from 'pg';
import { SUPERSEDED, type EffectRow } from './effect-rows.js';
import { PROJECTED, SET_PROJECTION, type Projection } from './projection.js';
import { rowSet } from './row-set.js';
import { statement } from './statement.js';
import type { ChainedRow } from './ledger-rows.js';
import type { SqlSession } from './database.js';

/** A request as a command leaves it. */
export interface RequestRow extends Projection {
  readonly id: string;
  /** The version that was decided on; another one now and nothing of it is written. */
  readonly was: number;
  readonly version: number;
  readonly now: string;
  readonly reminders_mark: string;
  readonly trace_parent: string | null;
  /** The effect that this settles, and whoever must still hold its lease. */
  readonly settles: string | null;
  readonly lease_owner: string | null;
  /** The new effect whose lease the same owner takes at once. */
  readonly takes: string | null;
  readonly lease_seconds: number;
  /** Its reminders are others than those that wait. */
  readonly replans: boolean;
}

/** All that one command writes. */
export interface Written {
  readonly request: RequestRow;
  readonly entries: readonly ChainedRow[];
  readonly effects: readonly EffectRow[];
  /** The reminders that must wait from now on, where they are others. */
  readonly reminders: readonly EffectRow[];
}

const REQUESTS = rowSet<RequestRow>('new', {
  id: 'uuid',
  was: 'int',
  version: 'int',
  now: 'timestamptz',
  reminders_mark: 'text',
  trace_parent: 'text',
  settles: 'text',
  lease_owner: 'text',
  takes: 'text',
  lease_seconds: 'float8',
  replans: 'boolean',
  ...PROJECTED,
});

const ENTRIES = rowSet<ChainedRow>('entry', {
  request_id: 'uuid',
  seq: 'int',
  type: 'text',
  at: 'timestamptz',
  on_date: 'date',
  actor: 'text',
  data: 'text',
  sealed: 'bytea',
  prev_hash: 'bytea',
  hash: 'bytea',
});

const EFFECT_TYPES = {
  request_id: 'uuid',
  id: 'text',
  kind: 'text',
  queue: 'text',
  data: 'text',
  due_at: 'timestamptz',
} as const;
const EFFECTS = rowSet<EffectRow>('asked', EFFECT_TYPES);
const REMINDERS = rowSet<EffectRow>('reminder', EFFECT_TYPES);

const entryColumns = ENTRIES.columns.join(', ');

/**
 * Everything of a request hangs on `moved`: where somebody else has moved it first, nothing of it is written at all. An effect
 * is done now, not when the decision was made: what was told by one mail is told apart by what ended before it.
 */
const MOVED = `moved as (
    update subject_request as request set version = new.version, reminders_mark = new.reminders_mark, ${SET_PROJECTION}
    from ${REQUESTS.sql}
    where request.id = new.id and request.version = new.was
    returning request.id, controller_id, new.now, trace_parent, settles, lease_owner, takes, lease_seconds, replans
  ), settled as (
    update effect set state = 'done', done_at = artikla.now(), lease_owner = null, lease_until = null, last_error = null
    from moved where effect.id = moved.settles and effect.lease_owner = moved.lease_owner and state = 'pending'
    returning effect.id
  ), written as (
    insert into ledger_entry (${entryColumns})
    select ${ENTRIES.columns.map((column) => `entry.${column}`).join(', ')}
    from ${ENTRIES.sql} join moved on moved.id = request_id order by request_id, seq
  ), asked_for as (
    insert into effect (id, request_id, controller_id, kind, queue, data, due_at, trace_parent, attempts, lease_owner, lease_until)
    select asked.id, request_id, controller_id, kind, queue, data, due_at, case when due_at = now then trace_parent end,
      case when asked.id = takes then 1 else 0 end, case when asked.id = takes then lease_owner end,
      case when asked.id = takes then clock_timestamp() + make_interval(secs => lease_seconds) end
    from ${EFFECTS.sql} join moved on moved.id = request_id
  )`;

/**
 * Makes the waiting reminders of a request exactly those that it now asks for: new ones are added, those that wait are
 * about what they would be about if planned now, at the hour of now, ones whose reason is gone go (a row that never did
 * anything proves nothing), ones already sent, or told by another mail, stay. One already due but not yet sent is left to
 * whoever sends it, who asks again whether its reason still holds: what is late must not vanish.
 */
const REPLANNED = `planned as (
    select reminder.*, controller_id, settles from ${REMINDERS.sql} join moved on moved.id = request_id
  ), dropped as (
    delete from effect using moved
    where replans and request_id = moved.id and starts_with(effect.id, moved.id || '/remind/') and state = 'pending'
      and due_at > artikla.now() and effect.id is distinct from settles
      and effect.id not in (select planned.id from planned)
  ), waiting as (
    insert into effect (id, request_id, controller_id, kind, queue, data, due_at)
    select id, request_id, controller_id, kind, queue, data, due_at from planned where id is distinct from settles
    on conflict (id) do update set state = 'pending', data = excluded.data, due_at = excluded.due_at, attempts = 0,
      last_error = null, retry_at = null, done_at = null
      where effect.state = 'pending' and effect.due_at > artikla.now()
          and (effect.data, effect.due_at) is distinct from (excluded.data, excluded.due_at)
        or effect.state = 'cancelled' and effect.last_error is distinct from '${SUPERSEDED}'
  )`;

/** Where a request was moved and the lease is lost, the whole statement fails. */
const OUTCOME = `select moved.id, case when settles is not null and not exists (select from settled where settled.id = settles)
    then artikla.lose_lease() end
  from moved`;

const WRITE = statement('write', `with ${MOVED}, ${REPLANNED} ${OUTCOME}`);

/**
 * The results of commands to different requests in one statement, which is one transaction and one round trip: for each in
 * their order whether it was written, or its request had been moved by somebody else. They go in the order of their ids, so
 * that two such statements hardly ever wait for each other; where they do, the database ends one, which is tried again.
 */
export const write = async (session: SqlSession, all: readonly Written[]): Promise<boolean[]> => {
  const requests = all.map(({ request }) => request).toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const values = WRITE.valuesOf({
    ...REQUESTS.valuesOf(requests),
    ...ENTRIES.valuesOf(all.flatMap(({ entries }) => entries)),
    ...EFFECTS.valuesOf(all.flatMap(({ effects }) => effects)),
    ...REMINDERS.valuesOf(all.flatMap(({ reminders }) => reminders)),
  });
  const moved = new Set((await session.prepared<{ id: string }>(WRITE, values)).map(({ id }) => id));
  return all.map(({ request }) => moved.has(request.id));
};

/** An error that the database reports has undone the whole statement; after a broken connection nobody knows. */
export const wasUndone = (error: unknown): boolean => error instanceof DatabaseError;
