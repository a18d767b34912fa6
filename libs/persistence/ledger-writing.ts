import { actorText, type Actor } from '#domain/request/actor';
import { keepDates } from '#domain/request/keep-dates';
import { standingOf, type Standing } from '#domain/request/standing';
import { effectId, effectRow, plannedRows, reminderEffects, remindersDigest, remindersMark } from './effect-rows.js';
import { chainEntries, entryContext, type ChainedRow } from './ledger-rows.js';
import { projectionOf } from './projection.js';
import { sealJson } from './request-keys.js';
import { activeTraceParent } from './tracing.js';
import type { RecordedEvent } from '#domain/request/events';
import type { Consequence, Decided } from '#domain/request/decide';
import type { SubjectRequest } from '#domain/request/state';
import type { Sealer } from '#domain/sealer';
import type { NewEffect } from './effect-rows.js';
import type { Settlement } from './ledger-settlement.js';
import type { Written } from './ledger-statement.js';
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

/** What a decision writes, and what whoever made it is told once that is done. */
export interface Draft {
  readonly written: Written;
  readonly applied: Applied;
  /** What was put off while the request was frozen may go on. */
  readonly lifts: boolean;
}

/**
 * Works out what a decision writes: the events appended to the chain, their effects, the settlement of what brought them,
 * and projection and reminders as the request then stands.
 */
export const draft = (writing: Writing): Draft => {
  const { reading, settles, takes } = writing;
  const { requestId, clock } = reading;
  const now = clock.now.toString();
  const counting = clock.in(writing.decided.state);
  const decided = keepDates(writing.decided, counting, clock.now);
  const { state } = decided;
  const today = counting.today.toString();
  const when = { at: clock.now.round('microsecond').toString({ fractionalSecondDigits: 6 }), on: today };
  const entries = chainEntries(
    requestId,
    reading.end,
    decided.consequences.map((consequence, index) => entryOf(writing, consequence, index, when)),
  );
  const end = entries.at(-1) ?? reading.end;
  if (end === undefined) throw new Error('a request without its first entry');
  const effects = effectsOf(requestId, decided, entries, now);
  const due = effects.filter(({ dueAt }) => dueAt === now);
  const taken = (settles && due.find(({ kind }) => takes?.kinds.includes(kind))) ?? null;
  const standing = standingOf(state, counting);
  const { reminderHour } = counting.settings.reminders;
  const planned = plannedRows(state, standing.reminders);
  const digest = remindersDigest(state, planned, reminderHour);
  const replans = reading.reminders !== remindersMark(reading.version, digest);
  const mark = remindersMark(end.seq, digest);
  const reminders = replans ? reminderEffects(requestId, state, planned, reminderHour) : [];
  const isDue = ({ dueAt }: NewEffect) => Temporal.Instant.compare(dueAt, clock.now) <= 0;
  const lifts = decided.consequences.some(({ event }) => event.type === 'freezeLifted');
  return {
    written: {
      request: {
        ...projectionOf(state, standing, today, clock.countedBy(state.country)),
        id: requestId,
        was: reading.version,
        version: end.seq,
        now,
        reminders_mark: mark,
        // What is due later begins a trace of its own: nobody follows one over weeks.
        trace_parent: activeTraceParent(),
        settles: settles?.effectId ?? null,
        lease_owner: settles?.leaseOwner ?? null,
        takes: taken?.id ?? null,
        lease_seconds: takes?.leaseSeconds ?? 0,
        replans,
      },
      entries,
      effects: effects.map((effect) => effectRow(requestId, effect)),
      reminders: reminders.map((effect) => effectRow(requestId, effect)),
    },
    applied: {
      requestId,
      version: end.seq,
      state,
      standing,
      reading: { ...reading, version: end.seq, end, state, reminders: mark },
      taken,
      leavesWork: lifts || due.length > (taken === null ? 0 : 1) || reminders.some(isDue),
    },
    lifts,
  };
};
