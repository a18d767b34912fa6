import { isWorkingDay, type WorkingCalendar } from '#domain/clock/calendar';
import { daysBetween, isAfter } from '#domain/clock/dates';
import { aboutNow } from '#domain/clock/planned-reminders';
import { REMINDER_RULES, type ReminderFacts, type ReminderPolicy } from '#domain/clock/reminders';
import type { StaffRole } from '#domain/request/actor';
import type { ReminderCause } from '#letters/letter-parameters';

type Day = Temporal.PlainDate;

/** What staff are reminded of. */
export type StaffReminder = ReminderCause['kind'];

const ORDER = Object.keys(REMINDER_RULES);

/** Once such a limit has passed there is nothing left to decide before it. */
const ONLY_BEFORE: readonly StaffReminder[] = ['extension_decision', 'refusal_decision'];

/** Working days after `from`, up to and with `to`; 0 when `to` is not later. */
export const workingDaysBetween = (from: Day, to: Day, calendar: WorkingCalendar): number => {
  let count = 0;
  for (let day = from.add({ days: 1 }); !isAfter(day, to); day = day.add({ days: 1 })) {
    if (isWorkingDay(day, calendar)) count += 1;
  }
  return count;
};

/** How things stand today, whichever day the reminder was planned for: one that comes late must not say "3 days left". */
const asOfToday = (kind: StaffReminder, due: Day | null, today: Day): StaffReminder => {
  if (due === null || !['before_due', 'on_due', 'overdue'].includes(kind)) return kind;
  if (today.equals(due)) return 'on_due';
  return isAfter(today, due) ? 'overdue' : 'before_due';
};

const countOf = (kind: StaffReminder, about: Day, today: Day, calendar: WorkingCalendar): number => {
  if (kind === 'before_due') return workingDaysBetween(today, about, calendar);
  if (kind === 'overdue') return workingDaysBetween(about, today, calendar);
  return kind === 'paused_too_long' ? daysBetween(about, today) : 0;
};

/** What the planned reminders have to say today, each thing once. */
export const causesOf = (
  kinds: readonly StaffReminder[],
  facts: ReminderFacts,
  today: Day,
  calendar: WorkingCalendar,
): readonly ReminderCause[] =>
  [...new Set(kinds.map((kind) => asOfToday(kind, facts.deadlines.due, today)))]
    .toSorted((one, other) => ORDER.indexOf(one) - ORDER.indexOf(other))
    .flatMap((kind) => {
      const about = aboutNow[kind](facts);
      if (about === null || (ONLY_BEFORE.includes(kind) && isAfter(today, about))) return [];
      return [{ kind, date: about.toString(), count: countOf(kind, about, today, calendar) }];
    });

/** Whom these causes are told to besides the handler. */
export const escalationOf = (causes: readonly ReminderCause[], policy: ReminderPolicy): StaffRole[] =>
  causes.flatMap(({ kind, count }) =>
    kind === 'overdue' && count < policy.escalateAfterWorkingDays ? [] : REMINDER_RULES[kind].escalatesTo,
  );
