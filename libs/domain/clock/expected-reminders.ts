import {
  addWorkingDays,
  nextWorkingDay,
  previousWorkingDay,
  subtractWorkingDays,
  type WorkingCalendar,
} from './calendar.js';
import { isAfter } from './dates.js';
import { reminderKey } from './planned-reminders.js';
import { offsetsBefore, type ReminderPolicy } from './reminders.js';

type Day = Temporal.PlainDate;

/** The limits of the law that are reminded of beforehand. */
export type RemindedLimit = 'due' | 'extensionNotice' | 'refusalNotice' | 'acknowledgement';

/** A request whose limit is on the day `about` must have the reminder `key`. */
export interface ExpectedReminder {
  readonly limit: RemindedLimit;
  readonly about: Day;
  readonly key: string;
}

/** Longer than any run of days that are not working days. */
const SLACK = { days: 14 };

const daysFrom = (from: Day, to: Day): Day[] => {
  const days: Day[] = [];
  for (let day = from; !isAfter(day, to); day = day.add({ days: 1 })) days.push(day);
  return days;
};

/**
 * Which reminders of limits must exist for today and the next working day, told the other way round than they are planned:
 * not from a request to its reminders, but from the days to the limits that call for one. The watch over reminders goes by
 * it, so that an error in planning does not hide itself.
 */
export const expectedReminders = (
  calendar: WorkingCalendar,
  policy: ReminderPolicy,
  today: Day,
): readonly ExpectedReminder[] => {
  const offsets = offsetsBefore(policy);
  const until = nextWorkingDay(today.add({ days: 1 }), calendar);
  const soon = (day: Day): boolean => !isAfter(today, day) && !isAfter(day, until);
  const ahead = (
    limit: RemindedLimit,
    kind: 'before_due' | 'extension_decision' | 'refusal_decision' | 'acknowledge',
    offset: number,
  ) =>
    daysFrom(today, addWorkingDays(until, offset, calendar).add(SLACK))
      .filter((about) => soon(previousWorkingDay(subtractWorkingDays(about, offset, calendar), calendar)))
      .map((about) => ({ limit, about, key: reminderKey(kind, about, offset) }));
  const onDue = daysFrom(today, until.add(SLACK))
    .filter((about) => soon(previousWorkingDay(about, calendar)))
    .map((about) => ({ limit: 'due' as const, about, key: reminderKey('on_due', about) }));
  const overdue = daysFrom(today, until)
    .map((about) => ({ about, on: nextWorkingDay(about.add({ days: 1 }), calendar) }))
    .filter(({ on }) => soon(on))
    .map(({ about, on }) => ({ limit: 'due' as const, about, key: reminderKey('overdue', on) }));
  return [
    ...offsets.before_due.flatMap((offset) => ahead('due', 'before_due', offset)),
    ...offsets.extension_decision.flatMap((offset) => ahead('extensionNotice', 'extension_decision', offset)),
    ...offsets.refusal_decision.flatMap((offset) => ahead('refusalNotice', 'refusal_decision', offset)),
    ...offsets.acknowledge.flatMap((offset) => ahead('acknowledgement', 'acknowledge', offset)),
    ...onDue,
    ...overdue,
  ];
};

/** The reminder that a late request must have next. */
export const nextOverdueKey = (calendar: WorkingCalendar, today: Day): string =>
  reminderKey('overdue', nextWorkingDay(today, calendar));
