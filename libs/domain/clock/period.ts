import { addWorkingDays, type WorkingCalendar } from './calendar.js';
import type { Period, PeriodUnit } from './rule-pack.js';
import type { DeadlineStep } from './steps.js';

type Counted = Pick<DeadlineStep, 'to' | 'because'>;

type CountPeriod = (start: Temporal.PlainDate, length: number, calendar: WorkingCalendar) => Counted;

const COUNT = {
  // Always from the start, so a clamped month does not stick: 31 January, 28 February, 31 March.
  month: (start, length) => {
    const to = start.add({ months: length });
    return { to, because: to.day === start.day ? 'clock.because.same_date' : 'clock.because.month_end' };
  },
  day: (start, length) => ({ to: start.add({ days: length }), because: 'clock.because.days' }),
  working_day: (start, length, calendar) => ({
    to: addWorkingDays(start, length, calendar),
    because: 'clock.because.working_days',
  }),
} as const satisfies Record<PeriodUnit, CountPeriod>;

/** The last day of a period whose first day, the day of the event, is not counted. Not yet moved to a working day. */
export const countPeriod = (start: Temporal.PlainDate, period: Period, calendar: WorkingCalendar): DeadlineStep => ({
  rule: period.source.rule,
  from: start,
  ...COUNT[period.unit](start, period.length, calendar),
  params: { length: period.length },
});
