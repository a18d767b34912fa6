import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { isWorkingDay, type WorkingCalendar } from '#domain/clock/calendar';
import { computeDeadlines, type Deadlines } from '#domain/clock/deadlines';
import type { ClockEvent, ClockEventType, ClockFacts } from '#domain/clock/facts';
import { internalDue } from '#domain/clock/internal-target';
import { plannedReminders } from '#domain/clock/planned-reminders';
import { DEFAULT_REMINDER_POLICY } from '#domain/clock/reminders';
import { segmentsOf } from '#domain/clock/segments';
import { rulePackFor } from '#domain/clock/rule-packs';

const EU_RULES = rulePackFor('EU_GDPR', { receivedOn: '2026-01-01' });

const HOLIDAYS = ['01-01', '01-06', '04-03', '04-06', '05-01', '05-14', '12-06', '12-25', '12-26'];

const calendar: WorkingCalendar = {
  version: 'holidays on fixed dates',
  country: 'FI',
  isPublicHoliday: (date) => HOLIDAYS.includes(date.toString().slice(5)),
};

const compare = (one: Temporal.PlainDate, other: Temporal.PlainDate) => Temporal.PlainDate.compare(one, other);
const START = Temporal.PlainDate.from('2020-01-01');
const dayAt = (days: number) => START.add({ days });

const ASKING = ['identity_requested', 'clarification_requested', 'extended'] as const;
const ANSWERING = ['identity_confirmed', 'clarified', 'extended'] as const;
const CLOSING = ['answered', 'refused', 'withdrawn'] as const;

const receipt = fc.integer({ min: 0, max: 4000 });
const anyEvent = fc.record({
  type: fc.constantFrom<ClockEventType>(...ASKING, ...ANSWERING),
  after: fc.integer({ min: 0, max: 120 }),
  sufficient: fc.boolean(),
});
const anyFacts = fc
  .record({ received: receipt, events: fc.array(anyEvent, { maxLength: 8 }) })
  .map(({ received, events }): ClockFacts => ({
    receivedOn: dayAt(received).toString(),
    events: events.map(({ type, after, sufficient }) => ({ type, on: dayAt(received + after).toString(), sufficient })),
  }));

const clock = (facts: ClockFacts, asOf: Temporal.PlainDate | null = null): Deadlines =>
  computeDeadlines(facts, calendar, EU_RULES, asOf);

const dateOf = ({ due, frozenDue }: Deadlines): Temporal.PlainDate => {
  const date = due ?? frozenDue;
  if (!date) throw new Error('neither due nor frozen');
  return date;
};

const withEvents = (facts: ClockFacts, ...events: ClockEvent[]): ClockFacts => ({
  ...facts,
  events: [...facts.events, ...events],
});

const holds = <T>(arbitrary: fc.Arbitrary<T>, check: (value: T) => void) =>
  fc.assert(fc.property(arbitrary, check), { numRuns: 300 });

describe('whatever happens', () => {
  it('the due date is a working day, never before its base, which is never before the month', () =>
    holds(anyFacts, (facts) => {
      const { due, baseDue } = clock(facts);
      if (!due || !baseDue) return;
      expect(isWorkingDay(due, calendar)).toBe(true);
      expect(compare(due, baseDue)).toBeGreaterThanOrEqual(0);
      const month = Temporal.PlainDate.from(facts.receivedOn).add({ months: 1 });
      expect(compare(baseDue, month)).toBeGreaterThanOrEqual(0);
    }));

  it('a later receipt never gives an earlier date', () =>
    holds(fc.tuple(anyFacts, fc.integer({ min: 1, max: 60 })), ([facts, days]) => {
      const receivedOn = Temporal.PlainDate.from(facts.receivedOn).subtract({ days }).toString();
      expect(compare(dateOf(clock({ ...facts, receivedOn })), dateOf(clock(facts)))).toBeLessThanOrEqual(0);
    }));

  it('the steps lead from receipt to the date without a gap', () =>
    holds(anyFacts, (facts) => {
      const deadlines = clock(facts);
      let reached = facts.receivedOn;
      for (const { from, to } of deadlines.steps) {
        expect(from.toString()).toBe(reached);
        reached = to.toString();
      }
      expect(reached).toBe(dateOf(deadlines).toString());
    }));

  it('the drawn clock has no gap', () =>
    holds(fc.tuple(anyFacts, fc.integer({ min: 0, max: 150 })), ([facts, days]) => {
      const today = Temporal.PlainDate.from(facts.receivedOn).add({ days });
      const segments = segmentsOf(clock(facts, today), today);
      let reached = facts.receivedOn;
      for (const { from, to } of segments) {
        expect(from.toString()).toBe(reached);
        reached = to.toString();
      }
    }));

  it('a question that is answered never gives an earlier date', () =>
    holds(fc.tuple(anyFacts, fc.nat({ max: 60 }), fc.nat({ max: 30 })), ([facts, after, days]) => {
      const asked = Temporal.PlainDate.from(facts.receivedOn).add({ days: after });
      const more = withEvents(
        { ...facts, events: [] },
        { type: 'clarification_requested', on: asked.toString() },
        { type: 'clarified', on: asked.add({ days }).toString() },
      );
      expect(compare(dateOf(clock({ ...facts, events: [] })), dateOf(clock(more)))).toBeLessThanOrEqual(0);
    }));

  it('nothing that comes after the end changes anything, whenever it is looked at', () =>
    holds(
      fc.tuple(anyFacts, fc.constantFrom(...CLOSING), fc.array(anyEvent, { maxLength: 4 }), fc.nat({ max: 300 })),
      ([facts, type, later, days]) => {
        const end = Temporal.PlainDate.from(facts.receivedOn).add({ days: 121 });
        const ended = withEvents(facts, { type, on: end.toString() });
        const after = later.map((event) => ({ ...event, on: end.add({ days: event.after }).toString() }));
        const asOf = end.add({ days });
        expect(JSON.stringify(clock(withEvents(ended, ...after), asOf))).toBe(JSON.stringify(clock(ended)));
      },
    ));

  it('questions of one day may come in any order, and so may answers', () =>
    holds(
      fc
        .array(fc.tuple(fc.boolean(), fc.subarray([0, 1, 2], { minLength: 1 })), { maxLength: 6 })
        .chain((days) => fc.tuple(fc.constant(days), fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }))),
      ([days, turned]) => {
        const eventsOf = (turn: (day: number) => boolean) =>
          days.flatMap(([asks, picks], day) => {
            const types = picks.map((pick) => (asks ? ASKING : ANSWERING)[pick]).filter((type) => type !== undefined);
            return (turn(day) ? types.toReversed() : types).map((type) => ({ type, on: dayAt(5 * day).toString() }));
          });
        const inOrder = { receivedOn: START.toString(), events: eventsOf(() => false) };
        const reordered = { receivedOn: START.toString(), events: eventsOf((day) => turned[day] ?? false) };
        expect(JSON.stringify(clock(reordered))).toBe(JSON.stringify(clock(inOrder)));
      },
    ));

  it("the organisation's own date is a working day not after the law's", () =>
    holds(anyFacts, (facts) => {
      const deadlines = clock(facts);
      const own = internalDue(facts, deadlines, calendar);
      if (!own || !deadlines.due) return;
      expect(isWorkingDay(own, calendar)).toBe(true);
      expect(compare(own, deadlines.due)).toBeLessThanOrEqual(0);
    }));

  it('reminders of the clock fall on working days, not before today, each with a key of its own', () =>
    holds(fc.tuple(anyFacts, fc.nat({ max: 150 })), ([facts, days]) => {
      const receivedOn = Temporal.PlainDate.from(facts.receivedOn);
      const asOf = receivedOn.add({ days });
      const known = { deadlines: clock(facts, asOf), acknowledged: true, question: null };
      const staff = { staffSince: receivedOn, nextStepBy: receivedOn.add({ days: 3 }) };
      const reminders = plannedReminders({ ...known, ...staff }, calendar, DEFAULT_REMINDER_POLICY, asOf);
      expect(reminders.every(({ on }) => isWorkingDay(on, calendar) && compare(on, asOf) >= 0)).toBe(true);
      expect(new Set(reminders.map(({ key }) => key)).size).toBe(reminders.length);
    }));
});
