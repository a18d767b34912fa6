import { EFFECT_RULES, type PlannedEffect } from '#domain/request/effects';
import type { PlannedReminder } from '#domain/clock/reminders';
import type { SqlSession } from './database.js';

/** When reminders leave: in the morning of their day, where the controller is. */
const REMINDER_HOUR = 8;

/** Why an effect waits that would go on if nobody had disowned its request. */
export const WAITS_FOR_FREEZE = 'request-frozen';

interface NewEffect {
  readonly id: string;
  readonly effect: PlannedEffect;
}

/** `<request>/<seq>/<name>`: the same event can never ask for the same effect twice. */
export const effectId = (requestId: string, seq: number, name: string): string => `${requestId}/${seq}/${name}`;

export const insertEffects = async (
  session: SqlSession,
  requestId: string,
  now: string,
  effects: readonly NewEffect[],
): Promise<void> => {
  if (effects.length === 0) return;
  await session.query(
    `insert into effect (id, request_id, kind, queue, data, due_at)
     select id, $1, kind, queue, data, due_at
     from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[]) as new (id, kind, queue, data, due_at)`,
    [
      requestId,
      effects.map(({ id }) => id),
      effects.map(({ effect }) => effect.kind),
      effects.map(({ effect }) => EFFECT_RULES[effect.kind].queue),
      effects.map(({ effect }) => JSON.stringify(effect.data)),
      effects.map(({ effect }) => effect.dueAt ?? now),
    ],
  );
};

const reminderId = (requestId: string, reminder: PlannedReminder): string => `${requestId}/remind/${reminder.key}`;

/**
 * Makes the waiting reminders of a request exactly those that its clock now asks for: new ones are added, ones whose
 * reason is gone are cancelled, ones already sent stay sent. One already due but not yet sent is left to whoever sends it,
 * who asks again whether its reason still holds: what is late must not vanish. In the transaction that changed the clock.
 */
export const reconcileReminders = async (
  session: SqlSession,
  requestId: string,
  timeZone: string,
  reminders: readonly PlannedReminder[],
): Promise<void> => {
  const ids = reminders.map((reminder) => reminderId(requestId, reminder));
  await session.query(
    `update effect set state = 'cancelled' where request_id = $1 and kind = 'remind' and state = 'pending'
       and not (id = any ($2::text[])) and due_at > artikla.now()`,
    [requestId, ids],
  );
  if (reminders.length === 0) return;
  await session.query(
    `insert into effect (id, request_id, kind, queue, data, due_at)
     select id, $1, 'remind', 'mail', data, due_at
     from unnest($2::text[], $3::text[], $4::timestamptz[]) as new (id, data, due_at)
     on conflict (id) do update set state = 'pending', due_at = excluded.due_at, attempts = 0, last_error = null,
       retry_at = null
       where effect.state = 'cancelled'`,
    [
      requestId,
      ids,
      reminders.map(({ kind, key, on }) => JSON.stringify({ reminder: key, kind, on: on.toString() })),
      reminders.map(({ on }) =>
        on
          .toZonedDateTime({ timeZone, plainTime: { hour: REMINDER_HOUR } })
          .toInstant()
          .toString(),
      ),
    ],
  );
};

/** Lets go on what was put off while the request was frozen. */
export const releaseWaiting = async (session: SqlSession, requestId: string): Promise<void> => {
  await session.query(
    `update effect set retry_at = null, last_error = null where request_id = $1 and state = 'pending' and last_error = $2`,
    [requestId, WAITS_FOR_FREEZE],
  );
};
