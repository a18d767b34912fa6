import { actorText, type Actor } from '#domain/request/actor';
import { keepDates } from '#domain/request/keep-dates';
import { standingOf, type Standing } from '#domain/request/standing';
import { civilDateOf } from '#domain/time-source';
import { effectId, insertEffects, reconcileReminders, releaseWaiting } from './effect-rows.js';
import { chainEntries, entryContext, insertEntries, type EntryRow } from './ledger-rows.js';
import { project } from './projection.js';
import { sealJson } from './request-keys.js';
import type { Consequence, Decided } from '#domain/request/decide';
import type { SubjectRequest } from '#domain/request/state';
import type { Sealer } from '#domain/sealer';
import type { SqlSession } from './database.js';
import type { ClockReading } from './desk-clock.js';

export interface Applied {
  readonly requestId: string;
  readonly version: number;
  readonly state: SubjectRequest;
  readonly standing: Standing;
}

/** What one transaction writes down of a decision. */
export interface Writing {
  readonly requestId: string;
  readonly last: EntryRow | undefined;
  readonly decided: Decided;
  readonly actor: Actor;
  readonly reading: ClockReading;
  readonly content: object | undefined;
  readonly sealer: Sealer | null;
}

/** What follows by itself is done by the desk; only the events of the command itself are its giver's. */
const entryOf = (
  { requestId, last, actor, reading, content, sealer, decided }: Writing,
  { event, by, computation }: Consequence,
  index: number,
) => {
  const seq = (last?.seq ?? 0) + index + 1;
  const seals = index === 0 && content !== undefined && sealer !== null;
  const today = civilDateOf(reading.now, decided.state.timeZone).toString();
  return {
    event: {
      ...event,
      actor: by === 'desk' ? 'desk' : actorText(actor),
      at: reading.now.round('microsecond').toString({ fractionalSecondDigits: 6 }),
      on: today,
      ...(computation && { computation }),
    },
    sealed: seals ? sealJson(sealer, content, entryContext(requestId, seq)) : null,
  };
};

/** Appends the events to the chain, inserts their effects, and brings projection and reminders to where the request stands. */
export const writeDown = async (session: SqlSession, writing: Writing): Promise<Applied> => {
  const { requestId, last, reading } = writing;
  const counting = reading.in(writing.decided.state);
  const decided = keepDates(writing.decided, counting, reading.now);
  const { state } = decided;
  const rows = chainEntries(
    requestId,
    last,
    decided.consequences.map((consequence, index) => entryOf(writing, consequence, index)),
  );
  if (rows.length > 0) await insertEntries(session, requestId, rows);
  const effects = decided.consequences.flatMap(({ effects: planned }, index) =>
    planned.map((effect) => ({ id: effectId(requestId, rows[index]?.seq ?? 0, effect.name), effect })),
  );
  await insertEffects(session, requestId, reading.now.toString(), effects);
  if (decided.consequences.some(({ event }) => event.type === 'freezeLifted')) await releaseWaiting(session, requestId);
  const standing = standingOf(state, counting);
  const version = rows.at(-1)?.seq ?? last?.seq ?? 0;
  await project(
    session,
    requestId,
    version,
    state,
    standing,
    counting.today.toString(),
    reading.countedBy(state.country),
  );
  const { reminderHour } = counting.settings.reminders;
  await reconcileReminders(session, requestId, state, standing.reminders, reminderHour);
  return { requestId, version, state, standing };
};
