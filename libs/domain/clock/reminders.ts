import { nextWorkingDay, subtractWorkingDays, type WorkingCalendar } from './calendar.js';
import { isAfter, laterOf } from './dates.js';
import type { Deadlines } from './deadlines.js';

export type ReminderKind = 'before_due' | 'on_due' | 'extension_decision' | 'overdue' | 'paused_too_long';

export interface PlannedReminder {
  readonly kind: ReminderKind;
  readonly on: Temporal.PlainDate;
  /** The date it reminds of: the due date, the limit for the extension notice, or the start of the pause. */
  readonly about: Temporal.PlainDate;
  /** Working days between `on` and `about`, where the policy names them. */
  readonly offset?: number;
  /** The same facts give the same key, so a reminder can be planned any number of times and sent once. */
  readonly key: string;
}

export interface ReminderPolicy {
  /** Working days before the due date. */
  readonly workingDaysBeforeDue: readonly number[];
  /** Working days before the limit for the extension notice. */
  readonly workingDaysBeforeExtensionNotice: number;
  /** A pause longer than this many calendar days is reminded of. */
  readonly pausedDays: number;
}

/** The practice of the desk, not law. */
export const DEFAULT_REMINDER_POLICY: ReminderPolicy = {
  workingDaysBeforeDue: [14, 7, 3, 1],
  workingDaysBeforeExtensionNotice: 5,
  pausedDays: 14,
};

/**
 * The reminders still to come on `asOf` or later, in the order of their days. Of the daily ones about an overdue answer
 * that of the day and the next are given: ask again when the first has been sent. A stopped clock reminds of nothing.
 * When the dates change, reminders whose keys are no longer planned have lost their reason.
 */
export function plannedReminders(
  deadlines: Deadlines,
  calendar: WorkingCalendar,
  policy: ReminderPolicy,
  asOf: Temporal.PlainDate,
): readonly PlannedReminder[] {
  if (deadlines.state === 'stopped') return [];
  return [
    ...aboutPause(deadlines, calendar, policy),
    ...aboutExtension(deadlines, calendar, policy),
    ...aboutDue(deadlines, calendar, policy, asOf),
  ]
    .filter((reminder) => !isAfter(asOf, reminder.on))
    .toSorted((one, other) => Temporal.PlainDate.compare(one.on, other.on));
}

function aboutPause({ pausedSince }: Deadlines, calendar: WorkingCalendar, policy: ReminderPolicy): PlannedReminder[] {
  if (!pausedSince) return [];
  const on = nextWorkingDay(pausedSince.add({ days: policy.pausedDays + 1 }), calendar);
  return [{ kind: 'paused_too_long', on, about: pausedSince, key: keyOf('paused_too_long', pausedSince) }];
}

function aboutExtension(
  { extensionNoticeBy, firstDue, due }: Deadlines,
  calendar: WorkingCalendar,
  policy: ReminderPolicy,
): PlannedReminder[] {
  const extended = firstDue && due && isAfter(due, firstDue);
  if (!extensionNoticeBy || extended) return [];
  return [ahead('extension_decision', policy.workingDaysBeforeExtensionNotice, extensionNoticeBy, calendar)];
}

function aboutDue(
  { due }: Deadlines,
  calendar: WorkingCalendar,
  policy: ReminderPolicy,
  asOf: Temporal.PlainDate,
): PlannedReminder[] {
  if (!due) return [];
  // Today's stays planned until its day is over: what happens to the request this morning must not cancel it.
  const lateDay = nextWorkingDay(laterOf(due.add({ days: 1 }), asOf), calendar);
  const lateDays = lateDay.equals(asOf) ? [lateDay, nextWorkingDay(lateDay.add({ days: 1 }), calendar)] : [lateDay];
  return [
    ...policy.workingDaysBeforeDue.map((offset) => ahead('before_due', offset, due, calendar)),
    { kind: 'on_due', on: due, about: due, key: keyOf('on_due', due) },
    ...lateDays.map((on) => ({ kind: 'overdue', on, about: due, key: keyOf('overdue', on) }) as const),
  ];
}

const ahead = (
  kind: ReminderKind,
  offset: number,
  about: Temporal.PlainDate,
  calendar: WorkingCalendar,
): PlannedReminder => ({
  kind,
  on: subtractWorkingDays(about, offset, calendar),
  about,
  offset,
  key: keyOf(kind, about, offset),
});

const keyOf = (kind: ReminderKind, date: Temporal.PlainDate, offset?: number): string =>
  [kind, offset, date.toString()].filter((part) => part !== undefined).join('-');
