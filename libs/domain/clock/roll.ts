import type { Localised } from '#domain/language';
import { nextWorkingDay, ONE_DAY, type WorkingCalendar } from './calendar.js';
import { isAfter } from './dates.js';
import type { RulePack } from './rule-pack.js';
import { stepBy, type DeadlineStep } from './steps.js';

/** What decides whether a last day moves. */
interface Moving {
  readonly rules: Pick<RulePack, 'roll'>;
  readonly calendar: WorkingCalendar;
}

/** The last day as the law moves it: the next working day where it does, else the day itself. */
export const movedDay = (lastDay: Temporal.PlainDate, { rules, calendar }: Moving): Temporal.PlainDate =>
  rules.roll?.moves ? nextWorkingDay(lastDay, calendar) : lastDay;

/**
 * The move of a last day, as a step. Null when it is a working day, or when nothing speaks of moving it. Where a law could
 * be read to move it and the earlier date is kept, the step goes nowhere and says so.
 */
export function moveToWorkingDay(from: Temporal.PlainDate, { rules, calendar }: Moving): DeadlineStep | null {
  if (!rules.roll) return null;
  const { moves, source } = rules.roll;
  const to = nextWorkingDay(from, calendar);
  if (!isAfter(to, from)) return null;
  if (!moves) return stepBy(source, from, from, 'not_moved', { until: to });
  const holidays = holidaysBetween(from, to, calendar);
  return holidays.length > 0
    ? stepBy(source, from, to, 'roll_holiday', { holidays })
    : stepBy(source, from, to, 'roll');
}

/** The names of the public holidays from `from` up to the day before `to`. */
function holidaysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate, calendar: WorkingCalendar): Localised[] {
  const holidays: Localised[] = [];
  for (let day = from; isAfter(to, day); day = day.add(ONE_DAY)) {
    const name = calendar.holidayName?.(day);
    if (name) holidays.push(name);
  }
  return holidays;
}
