import { actorText, type Actor } from '#domain/request/actor';
import { keepDates } from '#domain/request/keep-dates';
import { standingOf, type Standing } from '#domain/request/standing';
import {
  effectColumns,
  effectId,
  plannedRows,
  releaseWaiting,
  reminderEffects,
  reminderPrefix,
  remindersDigest,
  remindersMark,
} from './effect-rows.js';
import { chainEntries, entryContext, type ChainedRow } from './ledger-rows.js';
import { asLeaseLost, type Settlement } from './ledger-settlement.js';
import { WRITE, WRITE_WITH_REMINDERS, type WritingOutcome, type WritingValues } from './ledger-statement.js';
import { projectionOf } from './projection.js';
import { sealJson } from './request-keys.js';
import { activeTraceParent } from './tracing.js';
import type { RecordedEvent } from '#domain/request/events';
import type { Consequence, Decided } from '#domain/request/decide';
import type { SubjectRequest } from '#domain/request/state';
import type { Sealer } from '#domain/sealer';
import type { SqlSession } from './database.js';
import type { NewEffect } from './effect-rows.js';
import type { RequestReading } from './request-reading.js';

export interface Applied {
  readonly requestId: string;
  readonly version: number;
  readonly state: SubjectRequest;
  readonly standing: Standing;
  /** The request as this left it, for who goes on with it at once. */
  readonly reading: RequestReading;
  /** The effect whose lease was taken with it. */
  readonly taken: NewEffect | null;
  /** Something else may begin now. */
  readonly leavesWork: boolean;
}

/** Whoever settles an effect may take the next one of the same request with the same lease. */
export interface Taking {
  /** The kinds that the taker can do. */
  readonly kinds: readonly string[];
  readonly leaseSeconds: number;
}

/** What one command writes down of a decision. */
export interface Writing {
  /** What was decided on; `end` and `state` of a request that is being opened are not there yet. */
  readonly reading: Pick<RequestReading, 'requestId' | 'version' | 'clock' | 'reminders' | 'readAt'> &
    Partial<Pick<RequestReading, 'end'>>;
  readonly decided: Decided;
  readonly actor: Actor;
  readonly content: object | undefined;
  readonly sealer: Sealer | null;
  readonly settles?: Settlement | undefined;
  readonly takes?: Taking | undefined;
}

/** What follows by itself is done by the desk; only the events of the command itself are its giver's. */
const entryOf = (
  { reading, actor, content, sealer }: Writing,
  { event, by, computation }: Consequence,
  index: number,
  when: Pick<RecordedEvent, 'at' | 'on'>,
) => {
  const { requestId, version } = reading;
  const seals = index === 0 && content !== undefined && sealer !== null;
  return {
    event: {
      ...event,
      actor: by === 'desk' ? 'desk' : actorText(actor),
      ...when,
      ...(computation && { computation }),
    },
    sealed: seals ? sealJson(sealer, content, entryContext(requestId, version + 1)) : null,
  };
};

const entryColumns = (rows: readonly ChainedRow[]) => ({
  seqs: rows.map(({ seq }) => seq),
  types: rows.map(({ type }) => type),
  ats: rows.map(({ at }) => at),
  ons: rows.map(({ on }) => on),
  actors: rows.map(({ actor }) => actor),
  entryData: rows.map(({ data }) => data),
  sealed: rows.map(({ sealed }) => sealed),
  previous: rows.map(({ previous }) => previous),
  hashes: rows.map(({ hash }) => hash),
});

/** The effects that the new entries ask for; what says no day is due at once. */
const effectsOf = (
  requestId: string,
  { consequences }: Decided,
  rows: readonly ChainedRow[],
  now: string,
): NewEffect[] =>
  consequences.flatMap(({ effects }, index) =>
    effects.map(({ kind, name, data, dueAt }) => ({
      id: effectId(requestId, rows[index]?.seq ?? 0, name),
      kind,
      data,
      dueAt: dueAt ?? now,
    })),
  );

const run = async (
  session: SqlSession,
  values: WritingValues,
  reminders: { readonly prefix: string; readonly effects: readonly NewEffect[] } | null,
): Promise<boolean> => {
  if (reminders === null)
    return (await session.prepared<WritingOutcome>(WRITE, WRITE.valuesOf(values)))[0]?.moved === true;
  const { ids, kinds, queues, data, dueAts } = effectColumns(reminders.effects);
  const all = WRITE_WITH_REMINDERS.valuesOf({
    ...values,
    reminderPrefix: reminders.prefix,
    reminderIds: ids,
    reminderKinds: kinds,
    reminderQueues: queues,
    reminderData: data,
    reminderDueAts: dueAts,
  });
  return (await session.prepared<WritingOutcome>(WRITE_WITH_REMINDERS, all))[0]?.moved === true;
};

/**
 * Appends the events to the chain, inserts their effects, settles what brought them, and brings projection and reminders to
 * where the request stands: all of it in one statement, or nothing. Null when somebody else moved the request first. Throws
 * `LeaseLostError` when it settles an effect that somebody else has taken over.
 */
export const writeDown = async (session: SqlSession, writing: Writing): Promise<Applied | null> => {
  const { reading, settles, takes } = writing;
  const { requestId, clock } = reading;
  const now = clock.now.toString();
  const counting = clock.in(writing.decided.state);
  const decided = keepDates(writing.decided, counting, clock.now);
  const { state } = decided;
  const today = counting.today.toString();
  const when = { at: clock.now.round('microsecond').toString({ fractionalSecondDigits: 6 }), on: today };
  const rows = chainEntries(
    requestId,
    reading.end,
    decided.consequences.map((consequence, index) => entryOf(writing, consequence, index, when)),
  );
  const last = rows.at(-1);
  const version = last?.seq ?? reading.version;
  const effects = effectsOf(requestId, decided, rows, now);
  const due = effects.filter(({ dueAt }) => dueAt === now);
  const taken = due.find(({ kind }) => takes?.kinds.includes(kind)) ?? null;
  const standing = standingOf(state, counting);
  const { reminderHour } = counting.settings.reminders;
  const reminders = plannedRows(state, standing.reminders);
  const digest = remindersDigest(state, reminders, reminderHour);
  const known = reading.reminders === remindersMark(reading.version, digest);
  const { ids, kinds, queues, data, dueAts } = effectColumns(effects);
  const values: WritingValues = {
    ...projectionOf(state, standing, today, clock.countedBy(state.country)),
    ...entryColumns(rows),
    requestId,
    from: reading.version,
    version,
    now,
    remindersMark: remindersMark(version, digest),
    effectIds: ids,
    effectKinds: kinds,
    effectQueues: queues,
    effectData: data,
    dueAts,
    // What is due later begins a trace of its own: nobody follows one over weeks.
    traceParent: activeTraceParent(),
    settles: settles?.effectId ?? null,
    leaseOwner: settles?.leaseOwner ?? null,
    takes: taken?.id ?? null,
    leaseSeconds: takes?.leaseSeconds ?? 0,
  };
  const planned = known
    ? null
    : { prefix: reminderPrefix(requestId), effects: reminderEffects(requestId, state, reminders, reminderHour) };
  const moved = await run(session, values, planned).catch((error: unknown) => {
    throw asLeaseLost(error);
  });
  if (!moved) return null;
  const lifted = decided.consequences.some(({ event }) => event.type === 'freezeLifted');
  if (lifted) await releaseWaiting(session, requestId);
  const end = last ?? reading.end;
  if (end === undefined) throw new Error('a request without its first entry');
  return {
    requestId,
    version,
    state,
    standing,
    reading: { ...reading, version, end, state, reminders: values.remindersMark },
    taken,
    leavesWork: lifted || due.length > (taken === null ? 0 : 1),
  };
};
