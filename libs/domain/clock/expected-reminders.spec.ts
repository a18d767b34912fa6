import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { WorkingCalendar } from '#domain/clock/calendar';
import { computeDeadlines } from '#domain/clock/deadlines';
import { expectedReminders, nextOverdueKey, type RemindedLimit } from '#domain/clock/expected-reminders';
import {
  acknowledgementBy,
  extensionDecisionBy,
  plannedReminders,
  refusalBefore,
} from '#domain/clock/planned-reminders';
import { DEFAULT_REMINDER_POLICY } from '#domain/clock/reminders';
import { rulePackFor } from '#domain/clock/rule-packs';
import type { ClockFacts } from '#domain/clock/facts';

const HOLIDAYS = ['01-01', '01-06', '04-03', '05-01', '12-06', '12-24', '12-25', '12-26'];

const calendar: WorkingCalendar = {
  version: 'holidays on fixed dates',
  country: 'FI',
  isPublicHoliday: (date) => HOLIDAYS.includes(date.toString().slice(5)),
};

const START = Temporal.PlainDate.from('2026-01-01');
const LONGEST_DAYS = 130;
/** Looked for in another way: there is always one more to come. */
const COMES_AGAIN: readonly string[] = ['overdue', 'no_date'];

const anyRequest = fc.record({
  received: fc.integer({ min: 0, max: 700 }),
  regime: fc.constantFrom('EU_GDPR', 'US_CA_CCPA', 'BR_LGPD', 'NZ_PA'),
  extendedAfter: fc.option(fc.integer({ min: 0, max: 25 })),
  acknowledged: fc.boolean(),
  today: fc.integer({ min: 0, max: LONGEST_DAYS }),
});

describe('the reminders that must exist for today and the next working day', () => {
  it('are planned, whatever the regime, the extension and the day', () => {
    fc.assert(
      fc.property(anyRequest, ({ received, regime, extendedAfter, acknowledged, today: after }) => {
        const receivedOn = START.add({ days: received });
        const today = receivedOn.add({ days: after });
        const on = receivedOn.add({ days: extendedAfter ?? 0 });
        const extended = extendedAfter === null || Temporal.PlainDate.compare(on, today) > 0 ? [] : [on];
        const facts: ClockFacts = {
          receivedOn: receivedOn.toString(),
          events: extended.map((day) => ({ type: 'extended', on: day.toString() })),
        };
        const rules = rulePackFor(regime, { receivedOn: receivedOn.toString(), country: 'FI' });
        const deadlines = computeDeadlines(facts, calendar, rules, today);
        const limits: Record<RemindedLimit, Temporal.PlainDate | null> = {
          due: deadlines.due,
          extensionNotice: extensionDecisionBy(deadlines),
          refusalNotice: refusalBefore(deadlines),
          acknowledgement: acknowledgementBy(deadlines, acknowledged),
        };
        const waiting = { acknowledged, question: null, staffSince: null, nextStepBy: null };
        const planned = plannedReminders({ deadlines, ...waiting }, calendar, DEFAULT_REMINDER_POLICY, today);
        const keys = planned.map(({ key }) => key);
        const expected = expectedReminders(calendar, DEFAULT_REMINDER_POLICY, today)
          .filter(({ limit, about }) => limits[limit]?.equals(about))
          .map(({ key }) => key);
        const late = deadlines.due && Temporal.PlainDate.compare(today, deadlines.due) > 0;
        expect(keys).toEqual(expect.arrayContaining([...expected, ...(late ? [nextOverdueKey(calendar, today)] : [])]));
        const soon = planned.filter(({ kind, on: day }) => day.equals(today) && !COMES_AGAIN.includes(kind));
        expect(expected).toEqual(expect.arrayContaining(soon.map(({ key }) => key)));
      }),
      { numRuns: 500 },
    );
  });

  it('reach over a weekend: on Friday those of Monday are there already', () => {
    const friday = Temporal.PlainDate.from('2026-11-27');
    const keys = expectedReminders(calendar, DEFAULT_REMINDER_POLICY, friday).map(({ key }) => key);
    expect(keys).toContain('before_due-7-2026-12-09');
    expect(keys).toContain('on_due-2026-11-30');
    expect(keys).not.toContain('before_due-3-2026-12-04');
  });
});
