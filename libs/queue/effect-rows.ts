import { ALL_EFFECT_RULES, type DeskEffectData, type DeskEffectKind } from '#domain/desk-effects';
import { EFFECT_RULES, type EffectData, type EffectKind, type QueueName } from '#domain/request/effects';
import { WAITS_FOR_FREEZE } from '#persistence/effect-rows';
import { READING_COLUMNS, type ReadingRow } from '#persistence/request-reading';
import { rowSet } from '#persistence/row-set';
import { statement } from '#persistence/statement';
import type { Database } from '#persistence/database';

/** Seconds a claim holds without a heartbeat, unless LEASE_SECONDS says otherwise; in real time. */
export const USUAL_LEASE_SECONDS = 30;
/** Each wait is spread by this share to either side, so that what failed together does not come back together. */
const JITTER = 0.2;
/** Attempts that may take their worker down with them before the effect has to wait like any other that fails. */
const FREE_DEATHS = 2;
/** What an officer is told of an attempt whose worker fell silent. */
const WORKER_LOST = 'worker-lost';

interface Claim {
  readonly id: string;
  readonly attempts: number;
  readonly leaseOwner: string;
  /** Seconds since it was due. */
  readonly late: number;
  /** Of its request, for logs. */
  readonly reference: string | null;
  /** The trace that asked for it, as W3C writes one. */
  readonly traceParent: string | null;
}

/** An effect of a request, while its lease is held. */
export interface ClaimedEffect<K extends EffectKind = EffectKind> extends Claim {
  readonly requestId: string;
  readonly kind: K;
  readonly data: EffectData[K];
}

/** An effect of the desk itself, which belongs to no request. */
export interface ClaimedDeskEffect<K extends DeskEffectKind = DeskEffectKind> extends Claim {
  readonly requestId: null;
  readonly kind: K;
  readonly data: DeskEffectData[K];
}

export type AnyClaimedEffect = ClaimedEffect | ClaimedDeskEffect;

export interface ClaimLimits {
  /** The kinds that the claimant can do; others are left to those who know them. */
  readonly kinds?: readonly string[];
  /** The queue whose job led here: an effect of another one is not taken. */
  readonly queue?: QueueName | null;
}

/** Every kind there is in this release. */
export const ALL_KINDS: readonly string[] = Object.keys(ALL_EFFECT_RULES);
/** Those of them that belong to a request. */
export const REQUEST_KINDS = Object.keys(EFFECT_RULES) as readonly EffectKind[];

/** A claim brings the request along as it stands, for the decision; null for an effect of the desk. */
export type Claimed = AnyClaimedEffect & {
  readonly request: ReadingRow | null;
  /** When the claim was asked for, by this process's own monotonic clock. */
  readonly askedAt: number;
};

interface EffectRow extends ReadingRow {
  readonly id: string;
  readonly request_id: string | null;
  readonly lease_owner: string;
  readonly kind: string;
  readonly data: string;
  readonly attempts: number;
  readonly late: number;
  readonly reference: string | null;
  readonly trace_parent: string | null;
}

/** What is claimed, by whom, and of which queue it must be. */
export interface ClaimRow {
  readonly id: string;
  readonly lease_owner: string;
  readonly queue: QueueName | null;
}

const CLAIMS = rowSet<ClaimRow>('wanted', { id: 'text', lease_owner: 'text', queue: 'text' });

/**
 * Takes the leases of effects that are due, by the database's time: the only place where "due" is judged. Null where there
 * is nothing to do: early, late, doubled and foreign jobs are harmless. A claim brings the request along, which spares
 * asking for it. It does not wait for the disk: a crash of the database that forgets a claim forgets nothing that it brought,
 * because whatever came after it waited for the disk and took the claim along.
 *
 * An effect that ends its worker each time would end one worker after the other, without ever reporting a failure. So from
 * its third attempt on it is given its next start before it begins.
 */
export const claimAll = async (
  database: Database,
  claims: readonly ClaimRow[],
  leaseSeconds: number,
  kinds: readonly string[],
): Promise<(Claimed | null)[]> => {
  const sorted = claims.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const values = CLAIM.valuesOf({ ...CLAIMS.valuesOf(sorted), kinds, leaseSeconds });
  const askedAt = performance.now();
  const rows = await database.prepared<EffectRow>(CLAIM, values);
  return claims.map(({ id, lease_owner }) => {
    const row = rows.find((one) => one.id === id && one.lease_owner === lease_owner);
    return row === undefined ? null : claimedOf(row, askedAt);
  });
};

/** The same for one effect. */
export const claim = async (
  database: Database,
  id: string,
  leaseOwner: string,
  leaseSeconds: number,
  { kinds = ALL_KINDS, queue = null }: ClaimLimits = {},
): Promise<Claimed | null> => {
  const [claimed] = await claimAll(database, [{ id, lease_owner: leaseOwner, queue }], leaseSeconds, kinds);
  return claimed ?? null;
};

const claimedOf = (row: EffectRow, askedAt: number): Claimed =>
  ({
    id: row.id,
    requestId: row.request_id,
    kind: row.kind,
    data: JSON.parse(row.data) as unknown,
    attempts: row.attempts,
    leaseOwner: row.lease_owner,
    late: row.late,
    reference: row.reference,
    traceParent: row.trace_parent,
    request: row.request_id === null ? null : row,
    askedAt,
  }) as Claimed;

const CLAIM = statement(
  'claim',
  `with clock as materialized (
    select artikla.now() as now, set_config('synchronous_commit', 'off', true)
  ), taken as (
    update effect set lease_owner = wanted.lease_owner,
      lease_until = clock_timestamp() + make_interval(secs => @leaseSeconds), attempts = attempts + 1, offers = 0,
      last_error = case when lease_until is null then last_error else '${WORKER_LOST}' end,
      retry_at = case when attempts < ${FREE_DEATHS} then retry_at
        else clock.now + make_interval(secs => least(3600, 5 * power(2, least(attempts, 10)))) end
    from clock cross join ${CLAIMS.sql}
    where effect.id = wanted.id and state = 'pending' and kind = any (@kinds::text[])
      and (wanted.queue is null or effect.queue = wanted.queue)
      and greatest(due_at, retry_at) <= clock.now
      and (lease_until is null or lease_until < clock_timestamp())
    returning effect.id, effect.lease_owner, request_id, kind, data, attempts, trace_parent,
      extract(epoch from clock.now - due_at)::float8 as late
  )
  select taken.*, request.reference, ${READING_COLUMNS('clock.now')}
  from taken cross join clock left join subject_request as request on request.id = taken.request_id`,
);

/** Prolongs a lease that is still held; false when it is lost. */
export const renew = async (database: Database, { id, leaseOwner }: Claim, leaseSeconds: number): Promise<boolean> => {
  const rows = await database.query(
    `update effect set lease_until = clock_timestamp() + make_interval(secs => $3)
     where id = $1 and lease_owner = $2 and state = 'pending' returning id`,
    [id, leaseOwner, leaseSeconds],
  );
  return rows.length > 0;
};

/** Ends an effect that its request no longer wants, or refused, with the code of the reason. */
export const cancel = async (database: Database, { id, leaseOwner }: Claim, reason: string): Promise<void> => {
  await database.query(
    `update effect set state = 'cancelled', last_error = $3, lease_owner = null, lease_until = null, done_at = artikla.now()
     where id = $1 and lease_owner = $2 and state = 'pending'`,
    [id, leaseOwner, reason],
  );
};

/**
 * Gives the lease back after a failure: tried again after a wait that doubles, for as long as it takes; an outage of a
 * weekend kills nothing. Where no further attempt can help it is dead at once, and an officer sees it. `due_at` stays what
 * it was, so that what is late still shows as late.
 */
export const fail = async (
  database: Database,
  effect: AnyClaimedEffect,
  code: string,
  retry: boolean,
): Promise<void> => {
  const { first, longest } = ALL_EFFECT_RULES[effect.kind].retry;
  const wait = Math.min(first * 2 ** Math.min(effect.attempts - 1, 20), longest);
  await database.query(
    `update effect set state = case when $4 then 'pending' else 'dead' end, last_error = $3, lease_owner = null,
       lease_until = null, offered_until = null, offers = 0,
       retry_at = artikla.now() + make_interval(secs => $5) * (1 + $6 * (2 * random() - 1))
     where id = $1 and lease_owner = $2 and state = 'pending'`,
    [effect.id, effect.leaseOwner, code, retry, wait, JITTER],
  );
};

/** Puts an effect off while its request is frozen; the ledger lets it go on when the freeze is lifted. It counts as no attempt. */
export const putOff = async (database: Database, { id, leaseOwner }: Claim): Promise<void> => {
  await database.query(
    `update effect set last_error = $3, lease_owner = null, lease_until = null, offered_until = null, offers = 0,
       attempts = attempts - 1, retry_at = artikla.now() + interval '1 hour'
     where id = $1 and lease_owner = $2 and state = 'pending'`,
    [id, leaseOwner, WAITS_FOR_FREEZE],
  );
};
