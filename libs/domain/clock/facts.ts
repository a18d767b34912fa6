import type { CivilDate } from '#domain/time-source';
import { compareDates, isAfter } from './dates.js';
import type { Source } from './rule-pack.js';

/** What can happen to a clock after receipt. The dates are civil dates in the controller's time zone. */
export const CLOCK_EVENT_TYPES = [
  'identity_requested',
  'identity_confirmed',
  'clarification_requested',
  'clarified',
  'extended',
  'fee_requested',
  'fee_paid',
  'refused',
  'answered',
  'withdrawn',
] as const;

export type ClockEventType = (typeof CLOCK_EVENT_TYPES)[number];

export interface ClockEvent {
  readonly type: ClockEventType;
  readonly on: CivilDate;
  /** False on an answer that does not settle what was asked: the question stays open. */
  readonly sufficient?: boolean | undefined;
  /** Of an extension: by when the person was told to have the answer. Read only where the law gives no number. */
  readonly until?: CivilDate | undefined;
}

/** All that the date depends on, besides the calendar and the rules. */
export interface ClockFacts {
  readonly receivedOn: CivilDate;
  /** In the order they were recorded; they are read by date, those of one day in this order. */
  readonly events: readonly ClockEvent[];
}

/**
 * What ends the duty to answer. `refused` is the refusal of the whole request (GDPR art. 12(4)); a refusal in part is a
 * decision on one right, and the clock runs until the rest is `answered`.
 */
const CLOSING_EVENTS = ['answered', 'refused', 'withdrawn'] as const;

export type ClosingEventType = (typeof CLOSING_EVENTS)[number];

export interface Closing {
  readonly by: ClosingEventType;
  readonly on: Temporal.PlainDate;
  /** The law that took the person's silence for a withdrawal, and when: before what was recorded, or in its place. */
  readonly deemed?: { readonly by: Source; readonly on: Temporal.PlainDate };
}

export interface DatedEvent {
  readonly type: ClockEventType;
  readonly on: Temporal.PlainDate;
  readonly sufficient: boolean;
  readonly until: Temporal.PlainDate | null;
}

/** Facts in time order, cut off where the clock stopped or where nobody knows yet. */
export interface ClockHistory {
  readonly received: Temporal.PlainDate;
  readonly events: readonly DatedEvent[];
  readonly closing: Closing | null;
}

export type ClockFactsErrorCode = 'bad-date' | 'event-before-receipt' | 'answer-without-question';

/** Facts that cannot have happened; `code` is the one of the `clock` command. */
export class ClockFactsError extends Error {
  constructor(
    readonly code: ClockFactsErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'ClockFactsError';
  }
}

/**
 * Puts the facts in time order and drops what is later than `asOf` and what came after the clock stopped. Without `asOf`
 * all that is recorded is known.
 *
 * @throws ClockFactsError `bad-date` · `event-before-receipt`
 */
export function readHistory(facts: ClockFacts, asOf: Temporal.PlainDate | null = null): ClockHistory {
  const { received, events } = readFacts(facts);
  if (asOf && isAfter(received, asOf)) {
    throw new ClockFactsError('bad-date', `${asOf.toString()} is before receipt on ${facts.receivedOn}`);
  }
  const known = asOf ? events.filter(({ on }) => !isAfter(on, asOf)) : events;
  const closedAt = known.findIndex(({ type }) => isClosing(type));
  const closing = known[closedAt];
  return {
    received,
    events: closing ? known.slice(0, closedAt) : known,
    closing: closing && isClosing(closing.type) ? { by: closing.type, on: closing.on } : null,
  };
}

/**
 * All that is recorded, in time order, also what came after the clock stopped.
 *
 * @throws ClockFactsError `bad-date` · `event-before-receipt`
 */
export function readFacts(facts: ClockFacts): Pick<ClockHistory, 'received' | 'events'> {
  const received = parseCivilDate(facts.receivedOn);
  const events = facts.events.map(readEvent).toSorted((one, other) => compareDates(one.on, other.on));
  const [first] = events;
  if (first && isAfter(received, first.on)) {
    throw new ClockFactsError('event-before-receipt', `${first.type} on ${first.on.toString()} is before receipt`);
  }
  return { received, events };
}

const readEvent = ({ type, on, sufficient = true, until }: ClockEvent): DatedEvent => ({
  type,
  on: parseCivilDate(on),
  sufficient,
  until: until === undefined ? null : parseCivilDate(until),
});

const isClosing = (type: ClockEventType): type is ClosingEventType =>
  CLOSING_EVENTS.some((closing) => closing === type);

const CIVIL_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Accepts `2026-11-22` only: a time or an offset would have to be converted to the controller's zone first. */
function parseCivilDate(text: CivilDate): Temporal.PlainDate {
  const date = CIVIL_DATE.test(text) ? tryParse(text) : null;
  if (!date) throw new ClockFactsError('bad-date', `"${text}" is not a civil date`);
  return date;
}

function tryParse(text: CivilDate): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return null;
  }
}
