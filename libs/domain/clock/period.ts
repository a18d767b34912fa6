import { addWorkingDays, type WorkingCalendar } from './calendar.js';
import type { Period, PeriodUnit } from './rule-pack.js';
import { stepBy, type Because, type DeadlineStep } from './steps.js';

type CountPeriod = (start: Temporal.PlainDate, length: number, calendar: WorkingCalendar) => Temporal.PlainDate;

const COUNT = {
  // Always from the start, so a clamped month does not stick: 31 January, 28 February, 31 March.
  month: (start, months) => start.add({ months }),
  day: (start, days) => start.add({ days }),
  working_day: addWorkingDays,
} as const satisfies Record<PeriodUnit, CountPeriod>;

const BECAUSE = {
  month: (start, to) => (to.day === start.day ? 'same_date' : 'month_end'),
  day: () => 'days',
  working_day: () => 'working_days',
} as const satisfies Record<PeriodUnit, (start: Temporal.PlainDate, to: Temporal.PlainDate) => Because>;

/** The last day of a period whose first day, the day of the event, is not counted. Not yet moved to a working day. */
export function countPeriod(
  start: Temporal.PlainDate,
  { length, unit, source }: Period,
  calendar: WorkingCalendar,
): DeadlineStep {
  const to = COUNT[unit](start, length, calendar);
  return stepBy(source, start, to, BECAUSE[unit](start, to), { length });
}
