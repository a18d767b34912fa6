import type { CivilDate } from '#domain/time-source';

/** What can happen to a clock after receipt. The dates are civil dates in the controller's time zone. */
export type ClockEventType =
  | 'identity_requested'
  | 'identity_confirmed'
  | 'clarification_requested'
  | 'clarified'
  | 'extended'
  | 'refused'
  | 'answered'
  | 'withdrawn';

export interface ClockEvent {
  readonly type: ClockEventType;
  readonly on: CivilDate;
  /** False on an answer that does not settle what was asked: the clock stays paused. */
  readonly sufficient?: boolean;
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
}

export interface DatedEvent {
  readonly type: ClockEventType;
  readonly on: Temporal.PlainDate;
  readonly sufficient: boolean;
}

/** Facts in time order, cut off where the clock stopped. */
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

/** Only what had happened by the end of `day`: what held on that day. */
export const factsUntil = (facts: ClockFacts, day: Temporal.PlainDate): ClockFacts => ({
  receivedOn: facts.receivedOn,
  events: facts.events.filter((event) => event.on <= day.toString()),
});

/**
 * Puts the facts in time order and drops what came after the clock stopped.
 *
 * @throws ClockFactsError `bad-date` · `event-before-receipt`
 */
export function readHistory(facts: ClockFacts): ClockHistory {
  const received = parseCivilDate(facts.receivedOn);
  const events = facts.events
    .map(({ type, on, sufficient = true }) => ({ type, on: parseCivilDate(on), sufficient }))
    .toSorted((one, other) => Temporal.PlainDate.compare(one.on, other.on));
  const [first] = events;
  if (first && Temporal.PlainDate.compare(first.on, received) < 0) {
    throw new ClockFactsError('event-before-receipt', `${first.type} on ${first.on.toString()} is before receipt`);
  }
  const closedAt = events.findIndex((event) => isClosing(event.type));
  const closing = events[closedAt];
  return {
    received,
    events: closing ? events.slice(0, closedAt) : events,
    closing: closing && isClosing(closing.type) ? { by: closing.type, on: closing.on } : null,
  };
}

const isClosing = (type: ClockEventType): type is ClosingEventType =>
  CLOSING_EVENTS.some((closing) => closing === type);

/** Accepts `2026-11-22` only: a time or an offset would have to be converted to the controller's zone first. */
function parseCivilDate(text: CivilDate): Temporal.PlainDate {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? tryParse(text) : null;
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
