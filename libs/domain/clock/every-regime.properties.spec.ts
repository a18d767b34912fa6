import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { isWorkingDay, type WorkingCalendar } from '#domain/clock/calendar';
import { computeDeadlines, type Deadlines } from '#domain/clock/deadlines';
import { CLOCK_EVENT_TYPES, type ClockEvent, type ClockEventType, type ClockFacts } from '#domain/clock/facts';
import { REGIMES, rulePackFor, type Regime } from '#domain/clock/rule-packs';
import { segmentsOf } from '#domain/clock/segments';

const HOLIDAYS = ['01-01', '01-06', '04-03', '04-06', '05-01', '05-14', '12-06', '12-25', '12-26'];

const calendar: WorkingCalendar = {
  version: 'holidays on fixed dates',
  country: 'FI',
  isPublicHoliday: (date) => HOLIDAYS.includes(date.toString().slice(5)),
};

const compare = (one: Temporal.PlainDate, other: Temporal.PlainDate) => Temporal.PlainDate.compare(one, other);

/** Receipts on both sides of the day on which the law of the United Kingdom changed, and a leap day. */
const FIRST_DAY = Temporal.PlainDate.from('2024-01-15');
const dayAt = (days: number) => FIRST_DAY.add({ days }).toString();

const CLOSING: readonly ClockEventType[] = ['answered', 'refused', 'withdrawn'];
const OPEN_TYPES = CLOCK_EVENT_TYPES.filter((type) => !CLOSING.includes(type));

interface Case {
  readonly regime: Regime;
  readonly requestType: string;
  readonly facts: ClockFacts;
  /** Days from receipt to the day it is looked at; null to look from no day. */
  readonly seenAfter: number | null;
}

const eventAfter = (received: number, types: readonly ClockEventType[]): fc.Arbitrary<ClockEvent> =>
  fc
    .record({
      type: fc.constantFrom(...types),
      after: fc.integer({ min: 0, max: 130 }),
      sufficient: fc.boolean(),
      until: fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined }),
    })
    .map(({ type, after, sufficient, until }) => ({
      type,
      on: dayAt(received + after),
      sufficient,
      ...(type === 'extended' && until !== undefined && { until: dayAt(received + until) }),
    }));

const anyCase = (types: readonly ClockEventType[] = OPEN_TYPES): fc.Arbitrary<Case> =>
  fc.integer({ min: 100, max: 900 }).chain((received) =>
    fc.record({
      regime: fc.constantFrom(...REGIMES),
      requestType: fc.constantFrom('access', 'opt_out', 'simplified'),
      facts: fc.record({
        receivedOn: fc.constant(dayAt(received)),
        events: fc.array(eventAfter(received, types), { maxLength: 8 }),
      }),
      seenAfter: fc.option(fc.integer({ min: 0, max: 300 }), { nil: null }),
    }),
  );

const rulesOf = ({ regime, requestType, facts: { receivedOn } }: Case) =>
  rulePackFor(regime, { receivedOn, requestType });

function clock(one: Case): Deadlines {
  const { facts, seenAfter } = one;
  const asOf = seenAfter === null ? null : Temporal.PlainDate.from(facts.receivedOn).add({ days: seenAfter });
  return computeDeadlines(facts, calendar, rulesOf(one), asOf);
}

const dateOf = ({ due, frozenDue }: Deadlines): Temporal.PlainDate | null => due ?? frozenDue;

/** Where one of the dates cannot be computed there is nothing to compare. */
const isInOrder = (earlier: Temporal.PlainDate | null, later: Temporal.PlainDate | null): boolean =>
  !earlier || !later || compare(earlier, later) <= 0;

/** In which states there is a due date; a clock that stopped may have had none. */
const HAS_DATE: Partial<Record<Deadlines['state'], boolean>> = {
  running: true,
  paused: false,
  not_started: false,
  not_computable: false,
};

const withEvents = (one: Case, ...events: readonly ClockEvent[]): Case => ({
  ...one,
  facts: { ...one.facts, events: [...one.facts.events, ...events] },
});

const holds = <T>(arbitrary: fc.Arbitrary<T>, check: (value: T) => void) =>
  fc.assert(fc.property(arbitrary, check), { numRuns: 500 });

describe('in every regime, whatever happens', () => {
  it('facts that can have happened give an answer, in any order they were recorded', () =>
    holds(anyCase(CLOCK_EVENT_TYPES), (one) => {
      const { state, due, steps } = clock(one);
      expect(steps.length).toBeGreaterThan(1);
      expect(due !== null).toBe(HAS_DATE[state] ?? due !== null);
    }));

  it('the due date is never before its base, and a working day where the law moves it; a day the controller told stands', () =>
    holds(anyCase(), (one) => {
      const { due, baseDue, steps } = clock(one);
      if (!due || !baseDue) return;
      expect(isInOrder(baseDue, due)).toBe(true);
      const told = steps.some(({ because }) => because === 'clock.because.told_date');
      const moves = !told && (rulesOf(one).roll?.moves ?? false);
      expect(moves ? isWorkingDay(due, calendar) : due.equals(baseDue)).toBe(true);
    }));

  it('a later receipt never gives an earlier date, with the same events', () =>
    holds(fc.tuple(anyCase(), fc.integer({ min: 1, max: 60 })), ([one, days]) => {
      const receivedOn = Temporal.PlainDate.from(one.facts.receivedOn).subtract({ days }).toString();
      const seenAfter = one.seenAfter === null ? null : one.seenAfter + days;
      const later = dateOf(clock(one));
      const earlier = dateOf(clock({ ...one, facts: { ...one.facts, receivedOn }, seenAfter }));
      expect(isInOrder(earlier, later)).toBe(true);
    }));

  it('an extension that stands never gives an earlier date', () =>
    holds(anyCase(OPEN_TYPES.filter((type) => type !== 'extended')), (one) => {
      const before = clock({ ...one, seenAfter: null });
      const extended = clock(withEvents({ ...one, seenAfter: null }, { type: 'extended', on: one.facts.receivedOn }));
      expect(isInOrder(dateOf(before), dateOf(extended))).toBe(true);
    }));

  it('nothing that is recorded after the end changes anything, not even on the same day', () =>
    holds(
      fc.tuple(anyCase(), fc.constantFrom(...CLOSING), fc.array(eventAfter(0, CLOCK_EVENT_TYPES), { maxLength: 4 })),
      ([one, type, later]) => {
        const end = Temporal.PlainDate.from(one.facts.receivedOn).add({ days: 131 });
        const ended = withEvents({ ...one, seenAfter: null }, { type, on: end.toString() });
        const sinceFirstDay = later.map(({ on, ...event }) => {
          const days = FIRST_DAY.until(on).days;
          return { ...event, on: end.add({ days }).toString() };
        });
        expect(JSON.stringify(clock(withEvents(ended, ...sinceFirstDay)))).toBe(JSON.stringify(clock(ended)));
      },
    ));

  it('facts of one day may come in any order, but for the same question, several extensions and the end', () =>
    holds(
      fc.tuple(anyCase(), fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), fc.constantFrom(...CLOSING)),
      ([one, chances, type]) => {
        const crowded = one.facts.events.map((event) => ({ ...event, on: everyTenDays(event.on) }));
        const end = { type, on: dayAt(2000) };
        const given = { ...one, facts: { receivedOn: dayAt(90), events: [...crowded, end] } };
        const turned = { ...one, facts: { receivedOn: dayAt(90), events: [...shuffled(crowded, chances), end] } };
        expect(JSON.stringify(clock(turned))).toBe(JSON.stringify(clock(given)));
      },
    ));

  it('the steps lead from receipt to the date without a gap', () =>
    holds(anyCase(CLOCK_EVENT_TYPES), (one) => {
      const deadlines = clock(one);
      let reached = one.facts.receivedOn;
      for (const { from, to } of deadlines.steps) {
        expect(from.toString()).toBe(reached);
        reached = to.toString();
      }
      expect(reached).toBe((dateOf(deadlines) ?? deadlines.received).toString());
    }));

  it('the drawn clock has no gap, and ends with the date or with the day it is looked at', () =>
    holds(fc.tuple(anyCase(CLOCK_EVENT_TYPES), fc.nat({ max: 300 })), ([one, seenAfter]) => {
      const deadlines = clock({ ...one, seenAfter });
      const today = deadlines.received.add({ days: seenAfter });
      let reached = deadlines.received;
      for (const { from, to } of segmentsOf(deadlines, today)) {
        expect(from.toString()).toBe(reached.toString());
        reached = to;
      }
      const seen = deadlines.closing?.on ?? today;
      const end = deadlines.closing ? seen : (dateOf(deadlines) ?? seen);
      expect(reached.toString()).toBe((compare(end, seen) > 0 ? end : seen).toString());
    }));

  it('the standstills add up to what moved a period of days', () =>
    holds(anyCase(), (one) => {
      const { answer } = rulesOf(one);
      const { baseDue, pausedDays, received, extensionValid } = clock(one);
      if (!baseDue || extensionValid !== null || 'ceiling' in answer || answer.unit !== 'day') return;
      expect(received.until(baseDue).days).toBe(answer.length + pausedDays);
    }));
});

/** Moves events together, so that many fall on one day. */
function everyTenDays(on: string): string {
  const days = FIRST_DAY.until(on).days;
  return dayAt(days - (days % 10));
}

/** What keeps its order within a day: the asking and answering of one question, and extensions. */
const MATTERS: Partial<Record<ClockEventType, number>> = {
  identity_requested: 1,
  identity_confirmed: 1,
  clarification_requested: 2,
  clarified: 2,
  fee_requested: 3,
  fee_paid: 3,
  extended: 4,
};

/** Another order that keeps that of each matter: both of the days and within a day. */
function shuffled(events: readonly ClockEvent[], chances: readonly number[]): ClockEvent[] {
  const chanceOf = ({ type }: ClockEvent) => chances[MATTERS[type] ?? 0] ?? 0;
  return events.toSorted((one, other) => chanceOf(one) - chanceOf(other));
}
