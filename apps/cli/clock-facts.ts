import { ClockLineError, type ClockLine } from '#contracts/clock-line';
import type { Moment } from '#contracts/moment';
import { civilDateIn, isTimeZone, timeZonesOf } from '#calendars/time-zones';
import type { ClockEvent, ClockFacts } from '#domain/clock/facts';

/** The facts of a line as the clock counts them, in civil dates where the controller is. */
export interface LineFacts extends ClockFacts {
  readonly asOf: Temporal.PlainDate | null;
}

interface PlacedEvent {
  readonly at: Moment;
  readonly event: ClockEvent;
}

type InstantEvent = PlacedEvent & { readonly at: Temporal.Instant };

const isInstant = (event: PlacedEvent): event is InstantEvent => event.at instanceof Temporal.Instant;

/**
 * Lays what happened into the controller's time zone.
 *
 * @throws ClockLineError `bad-date` · `event-before-receipt`
 * @throws UnknownPlaceError `unknown-country` · `unknown-region`
 */
export function factsOf(line: ClockLine): LineFacts {
  const { country, region, timeZone, received, asOf } = line;
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    throw new ClockLineError('bad-date', 'timeZone is not the name of a time zone, as Europe/Helsinki.');
  }
  const dateOf = (field: string, moment: Moment): Temporal.PlainDate => {
    if (moment instanceof Temporal.PlainDate) return moment;
    const date = civilDateIn(moment, timeZone === undefined ? timeZonesOf(country, region) : [timeZone]);
    if (date !== null) return date;
    throw new ClockLineError(
      'bad-date',
      `${field} falls on two dates in the time zones of ${region ?? country}: give timeZone.`,
    );
  };
  const events = (line.events ?? []).map(({ type, at, sufficient, until }, index): PlacedEvent => {
    const field = `events[${index}].at`;
    if (isBefore(at, received)) throw new ClockLineError('event-before-receipt', `${field} is before receipt.`);
    return { at, event: { type, on: dateOf(field, at).toString(), sufficient, until } };
  });
  return {
    receivedOn: dateOf('received', received).toString(),
    events: inOrder(events).map(({ event }) => event),
    asOf: asOf === undefined ? null : dateOf('asOf', asOf),
  };
}

/** Two instants can be told apart within a day; whether a date is before receipt is for the clock to say. */
const isBefore = (at: Moment, received: Moment): boolean =>
  at instanceof Temporal.Instant && received instanceof Temporal.Instant && Temporal.Instant.compare(at, received) < 0;

/**
 * By date; within a date, instants by time. An event that has only a date has no time of day, so it keeps its place among
 * the events of its date. Equal times stay in the given order.
 */
function inOrder(events: readonly PlacedEvent[]): readonly PlacedEvent[] {
  const days = Map.groupBy(
    events.toSorted((one, other) => compareText(one.event.on, other.event.on)),
    ({ event }) => event.on,
  );
  return [...days.values()].flatMap((day) => {
    const timed = day.filter(isInstant).toSorted((one, other) => Temporal.Instant.compare(one.at, other.at));
    return day.map((event) => (isInstant(event) ? (timed.shift() ?? event) : event));
  });
}

const compareText = (one: string, other: string): number => Number(one > other) - Number(one < other);
