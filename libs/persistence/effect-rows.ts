import { EFFECT_RULES, type PlannedEffect } from '#domain/request/effects';
import { reminderEffect } from '#domain/request/reminder-facts';
import type { PlannedReminder } from '#domain/clock/reminders';
import type { SubjectRequest } from '#domain/request/state';
import { activeTraceParent } from './tracing.js';
import type { SqlSession } from './database.js';

/** Why an effect waits that would go on if nobody had disowned its request. */
export const WAITS_FOR_FREEZE = 'request-frozen';

/** Why a reminder was not sent although its reason holds: another mail of that day told it too. */
export const SUPERSEDED = 'superseded';

interface NewEffect {
  readonly id: string;
  readonly effect: PlannedEffect;
}

/** `<request>/<seq>/<name>`: the same event can never ask for the same effect twice. */
export const effectId = (requestId: string, seq: number, name: string): string => `${requestId}/${seq}/${name}`;

/** Whose turn it is among organisations when effects are offered. */
const CONTROLLER = '(select controller_id from subject_request where subject_request.id = $1)';

export const insertEffects = async (
  session: SqlSession,
  requestId: string,
  now: string,
  effects: readonly NewEffect[],
): Promise<void> => {
  if (effects.length === 0) return;
  await session.query(
    `insert into effect (id, request_id, controller_id, kind, queue, data, due_at, trace_parent)
     select id, $1, ${CONTROLLER}, kind, queue, data, due_at, case when due_at = $7 then $8 end
     from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[]) as new (id, kind, queue, data, due_at)`,
    [
      requestId,
      effects.map(({ id }) => id),
      effects.map(({ effect }) => effect.kind),
      effects.map(({ effect }) => EFFECT_RULES[effect.kind].queue),
      effects.map(({ effect }) => JSON.stringify(effect.data)),
      effects.map(({ effect }) => effect.dueAt ?? now),
      now,
      // What is due later begins a trace of its own: nobody follows one over weeks.
      activeTraceParent(),
    ],
  );
};

const reminderId = (requestId: string, key: string): string => `${requestId}/remind/${key}`;

/** The same id, of SQL expressions. */
export const reminderIdSql = (requestId: string, key: string): string => `${requestId} || '/remind/' || ${key}`;

/**
 * Makes the waiting reminders of a request exactly those that it now asks for: new ones are added, those that wait are
 * about what they would be about if planned now, at the hour of now, ones whose reason is gone are cancelled, ones already
 * sent, or told by another mail, stay so. One already due but not yet sent is left to
 * whoever sends it, who asks again whether its reason still holds: what is late must not vanish. They leave at the full
 * `hour` of their day where the controller is. In the transaction that changed the request.
 */
export const reconcileReminders = async (
  session: SqlSession,
  requestId: string,
  state: SubjectRequest,
  reminders: readonly PlannedReminder[],
  hour: number,
): Promise<void> => {
  const ids = reminders.map(({ key }) => reminderId(requestId, key));
  await session.query(
    `update effect set state = 'cancelled' where request_id = $1 and starts_with(id, $3) and state = 'pending'
       and not (id = any ($2::text[])) and due_at > artikla.now()`,
    [requestId, ids, reminderId(requestId, '')],
  );
  if (reminders.length === 0) return;
  const effects = reminders.map((reminder) => reminderEffect(reminder, state));
  await session.query(
    `insert into effect (id, request_id, controller_id, kind, queue, data, due_at)
     select id, $1, ${CONTROLLER}, kind, queue, data, due_at
     from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[]) as new (id, kind, queue, data, due_at)
     on conflict (id) do update set state = 'pending', data = excluded.data, due_at = excluded.due_at, attempts = 0,
       last_error = null, retry_at = null
       where effect.state = 'pending' and effect.due_at > artikla.now()
           and (effect.data, effect.due_at) is distinct from (excluded.data, excluded.due_at)
         or effect.state = 'cancelled' and effect.last_error is distinct from $7`,
    [
      requestId,
      ids,
      effects.map(({ kind }) => kind),
      effects.map(({ kind }) => EFFECT_RULES[kind].queue),
      effects.map(({ data }) => JSON.stringify(data)),
      reminders.map(({ on }) => morningOf(on, state.timeZone, hour)),
      SUPERSEDED,
    ],
  );
};

/** A full hour of a day where the controller is; one that a change to summer time skips is the next that there is. */
export const morningOf = (on: Temporal.PlainDate, timeZone: string, hour: number): string =>
  on.toZonedDateTime({ timeZone, plainTime: { hour } }).toInstant().toString();

/** Lets go on what was put off while the request was frozen. */
export const releaseWaiting = async (session: SqlSession, requestId: string): Promise<void> => {
  await session.query(
    `update effect set retry_at = null, last_error = null where request_id = $1 and state = 'pending' and last_error = $2`,
    [requestId, WAITS_FOR_FREEZE],
  );
};
