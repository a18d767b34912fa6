import { EFFECT_RULES, type EffectData, type EffectKind } from '#domain/request/effects';
import { WAITS_FOR_FREEZE } from '#persistence/effect-rows';
import type { Database } from '#persistence/database';

/** Seconds a claim holds without a heartbeat, unless LEASE_SECONDS says otherwise; in real time. */
export const USUAL_LEASE_SECONDS = 30;
/** Seconds after which a job that was offered and not claimed is offered again: a wiped queue heals in this time. */
const OFFER_SECONDS = 5;
const LONGEST_BACKOFF_SECONDS = 3600;

export interface ClaimedEffect<K extends EffectKind = EffectKind> {
  readonly id: string;
  readonly requestId: string;
  readonly kind: K;
  readonly data: EffectData[K];
  readonly attempts: number;
  readonly leaseOwner: string;
}

interface EffectRow {
  readonly id: string;
  readonly request_id: string;
  readonly kind: string;
  readonly data: string;
  readonly attempts: number;
}

/**
 * Takes the lease of an effect that is due, by the database's time: the only place where "due" is judged. Null when
 * there is nothing to do: early, late, doubled and foreign jobs are harmless.
 */
export const claim = async (
  database: Database,
  id: string,
  leaseOwner: string,
  leaseSeconds: number,
): Promise<ClaimedEffect | null> => {
  const [row] = await database.query<EffectRow>(
    `update effect set lease_owner = $2, lease_until = clock_timestamp() + make_interval(secs => $3), attempts = attempts + 1,
       offers = 0
     where id = $1 and state = 'pending' and kind = any ($4::text[]) and due_at <= artikla.now()
       and (retry_at is null or retry_at <= artikla.now())
       and (lease_until is null or lease_until < clock_timestamp())
     returning id, request_id, kind, data, attempts`,
    [id, leaseOwner, leaseSeconds, Object.keys(EFFECT_RULES)],
  );
  if (row === undefined) return null;
  return {
    id: row.id,
    requestId: row.request_id,
    kind: row.kind as EffectKind,
    data: JSON.parse(row.data) as EffectData[EffectKind],
    attempts: row.attempts,
    leaseOwner,
  };
};

/** Prolongs a lease that is still held; false when it is lost. */
export const renew = async (
  database: Database,
  { id, leaseOwner }: ClaimedEffect,
  leaseSeconds: number,
): Promise<boolean> => {
  const rows = await database.query(
    `update effect set lease_until = clock_timestamp() + make_interval(secs => $3)
     where id = $1 and lease_owner = $2 and state = 'pending' returning id`,
    [id, leaseOwner, leaseSeconds],
  );
  return rows.length > 0;
};

/** Ends an effect that its request no longer wants, or refused, with the code of the reason. */
export const cancel = async (database: Database, { id, leaseOwner }: ClaimedEffect, reason: string): Promise<void> => {
  await database.query(
    `update effect set state = 'cancelled', last_error = $3, lease_owner = null, lease_until = null, done_at = artikla.now()
     where id = $1 and lease_owner = $2 and state = 'pending'`,
    [id, leaseOwner, reason],
  );
};

/**
 * Gives the lease back after a failure: tried again after a wait that doubles up to an hour, for as long as it takes; an
 * outage of a weekend kills nothing. Where no further attempt can help it is dead at once, and an officer sees it. `due_at`
 * stays what it was, so that what is late still shows as late.
 */
export const fail = async (database: Database, effect: ClaimedEffect, code: string, retry: boolean): Promise<void> => {
  const { backoffSeconds } = EFFECT_RULES[effect.kind];
  const wait = Math.min(backoffSeconds * 2 ** Math.min(effect.attempts - 1, 20), LONGEST_BACKOFF_SECONDS);
  await database.query(
    `update effect set state = case when $4 then 'pending' else 'dead' end, last_error = $3, lease_owner = null,
       lease_until = null, offered_until = null, offers = 0,
       retry_at = artikla.now() + make_interval(secs => $5) * (0.8 + random() * 0.4)
     where id = $1 and lease_owner = $2 and state = 'pending'`,
    [effect.id, effect.leaseOwner, code, retry, wait],
  );
};

/** Puts an effect off while its request is frozen; the ledger lets it go on when the freeze is lifted. It counts as no attempt. */
export const putOff = async (database: Database, { id, leaseOwner }: ClaimedEffect): Promise<void> => {
  await database.query(
    `update effect set last_error = $3, lease_owner = null, lease_until = null, offered_until = null, offers = 0,
       attempts = attempts - 1, retry_at = artikla.now() + interval '1 hour'
     where id = $1 and lease_owner = $2 and state = 'pending'`,
    [id, leaseOwner, WAITS_FOR_FREEZE],
  );
};

export interface OfferedEffect {
  readonly id: string;
  readonly kind: string;
  readonly queue: string;
}

/**
 * What is due, unleased and not on offer: marks it as offered, so that a sweep does not fill the queue with copies. What
 * nobody takes is offered again, each time after twice as long: a wiped queue heals in seconds, a full one is not flooded.
 */
export const takeOffers = (database: Database, most: number): Promise<OfferedEffect[]> =>
  database.query<OfferedEffect>(
    `update effect set offers = offers + 1,
       offered_until = clock_timestamp() + make_interval(secs => $1 * power(2, least(offers, 6)))
     where id in (
       select id from effect
       where state = 'pending' and due_at <= artikla.now()
         and (retry_at is null or retry_at <= artikla.now())
         and (lease_until is null or lease_until < clock_timestamp())
         and (offered_until is null or offered_until < clock_timestamp())
       order by due_at limit $2 for update skip locked)
     returning id, kind, queue`,
    [OFFER_SECONDS, most],
  );
