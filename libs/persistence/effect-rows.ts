import { createHash } from 'node:crypto';
import { EFFECT_RULES, type EffectKind, type PlannedEffect, type QueueName } from '#domain/request/effects';
import { reminderEffect } from '#domain/request/reminder-facts';
import type { PlannedReminder } from '#domain/clock/reminders';
import type { SubjectRequest } from '#domain/request/state';
import type { SqlSession } from './database.js';

/** Why an effect waits that would go on if nobody had disowned its request. */
export const WAITS_FOR_FREEZE = 'request-frozen';

/** Why a reminder was not sent although its reason holds: another mail of that day told it too. */
export const SUPERSEDED = 'superseded';

/** Why an effect was not done although nothing failed: whoever asked for it took it back in time. */
const TAKEN_BACK = 'taken-back';

/**
 * An effect that nobody has begun: nobody holds it or held it, and no mail of it was ever composed, not even before somebody
 * gave it another start. A mail leaves only while its effect is held, and is composed first.
 */
export const NOT_BEGUN = `state = 'pending' and lease_owner is null and attempts = 0
  and not exists (select from message where message.effect_id = effect.id)`;

/** `<request>/<seq>/<name>`: the same event can never ask for the same effect twice. */
export const effectId = (requestId: string, seq: number, name: string): string => `${requestId}/${seq}/${name}`;

/** The id of a reminder, of SQL expressions. */
export const reminderIdSql = (requestId: string, key: string): string => `${requestId} || '/remind/' || ${key}`;

/** An effect that is asked for. */
export interface NewEffect {
  readonly id: string;
  readonly kind: EffectKind;
  readonly data: PlannedEffect['data'];
  /** An instant, ISO 8601. */
  readonly dueAt: string;
}

/** An effect as it is stored. */
export interface EffectRow {
  readonly request_id: string;
  readonly id: string;
  readonly kind: EffectKind;
  readonly queue: QueueName;
  readonly data: string;
  readonly due_at: string;
}

export const effectRow = (requestId: string, { id, kind, data, dueAt }: NewEffect): EffectRow => ({
  request_id: requestId,
  id,
  kind,
  queue: EFFECT_RULES[kind].queue,
  data: JSON.stringify(data),
  due_at: dueAt,
});

/** Reminders of a request as they stand planned. They leave at the full `hour` of their day where the controller is. */
export interface PlannedRow {
  readonly key: string;
  readonly on: Temporal.PlainDate;
  readonly effect: Pick<NewEffect, 'kind' | 'data'>;
}

export const plannedRows = (state: SubjectRequest, reminders: readonly PlannedReminder[]): PlannedRow[] =>
  reminders.map((reminder) => ({ key: reminder.key, on: reminder.on, effect: reminderEffect(reminder, state) }));

export const reminderEffects = (
  requestId: string,
  { timeZone }: SubjectRequest,
  rows: readonly PlannedRow[],
  hour: number,
): NewEffect[] =>
  rows.map(({ key, on, effect }) => ({
    ...effect,
    id: `${requestId}/remind/${key}`,
    dueAt: morningOf(on, timeZone, hour),
  }));

/** Tells whether reminders are the same: what they say, their days and the hour at which they leave. */
export const remindersDigest = ({ timeZone }: SubjectRequest, rows: readonly PlannedRow[], hour: number): string =>
  createHash('sha256')
    .update(JSON.stringify([timeZone, hour, rows.map(({ key, on, effect }) => [key, on.toString(), effect])]))
    .digest('base64url')
    .slice(0, 22);

/**
 * Names the reminders that were planned at a version. A mark of an older version is worth nothing: a process of the release
 * before plans reminders and leaves it as it was.
 */
export const remindersMark = (version: number, digest: string): string => `${version} ${digest}`;

/** A full hour of a day where the controller is; one that a change to summer time skips is the next that there is. */
export const morningOf = (on: Temporal.PlainDate, timeZone: string, hour: number): string =>
  on.toZonedDateTime({ timeZone, plainTime: { hour } }).toInstant().toString();

/**
 * Cancels an effect of a request by its name, in a transaction of its own request; false when it has begun or is over. A claim
 * under way is waited for, and whoever comes second finds what the first left: it is either claimed or cancelled, never both.
 */
export const callOff = async (session: SqlSession, requestId: string, name: string): Promise<boolean> => {
  const cancelled = await session.query(
    `update effect set state = 'cancelled', last_error = $3, done_at = artikla.now()
     where request_id = $1 and split_part(id, '/', 3) = $2 and ${NOT_BEGUN} returning id`,
    [requestId, name, TAKEN_BACK],
  );
  return cancelled.length > 0;
};

/**
 * Lets go on at once what was put off while the request was frozen. It would by itself within the hour, so it need not be
 * in the transaction that lifts the freeze.
 */
export const releaseWaiting = async (session: SqlSession, requestId: string): Promise<void> => {
  await session.query(
    `update effect set retry_at = null, last_error = null where request_id = $1 and state = 'pending' and last_error = $2`,
    [requestId, WAITS_FOR_FREEZE],
  );
};
