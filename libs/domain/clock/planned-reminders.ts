import {
  addWorkingDays,
  nextWorkingDay,
  previousWorkingDay,
  subtractWorkingDays,
  type WorkingCalendar,
} from './calendar.js';
import { daysBetween, isAfter } from './dates.js';
import type { Deadlines } from './deadlines.js';
import {
  offsetsBefore,
  type PlannedReminder,
  type ReminderFacts,
  type ReminderKind,
  type ReminderPolicy,
} from './reminders.js';

type Day = Temporal.PlainDate;

/**
 * The reminders still to come on `asOf` or later, in the order of their days. Of those that come again and again that of
 * the day and the next are given: ask again when the first has been sent. A stopped clock reminds of nothing. When the
 * facts change, reminders whose keys are no longer planned have lost their reason.
 */
export function plannedReminders(
  facts: ReminderFacts,
  calendar: WorkingCalendar,
  policy: ReminderPolicy,
  asOf: Day,
): readonly PlannedReminder[] {
  if (facts.deadlines.state === 'stopped') return [];
  const off: readonly string[] = policy.off;
  return [
    ...beforeLimits(facts, calendar, policy),
    ...askingAgain(facts, policy),
    ...comingAgain(facts, calendar, policy, asOf),
  ]
    .filter(({ kind, on }) => !isAfter(asOf, on) && !off.includes(kind))
    .toSorted((one, other) => Temporal.PlainDate.compare(one.on, other.on));
}

/** The date that a reminder of this kind is about as the facts now are; null when there is nothing to remind of. */
export const aboutNow: { readonly [K in ReminderKind]: (facts: ReminderFacts) => Day | null } = {
  before_due: ({ deadlines }) => deadlines.due,
  on_due: ({ deadlines }) => deadlines.due,
  overdue: ({ deadlines }) => deadlines.due,
  extension_decision: ({ deadlines }) => extensionDecisionBy(deadlines),
  refusal_decision: ({ deadlines }) => refusalBefore(deadlines),
  acknowledge: ({ deadlines, acknowledged }) => acknowledgementBy(deadlines, acknowledged),
  no_date: ({ deadlines }) => (deadlines.state === 'not_computable' ? deadlines.received : null),
  paused_too_long: ({ deadlines }) => (standsStill(deadlines) ? deadlines.pausedSince : null),
  staff_silent: ({ staffSince }) => staffSince,
  ask_person: ({ question }) => (question?.canBeAskedAgain === true ? question.askedOn : null),
  // Of a standstill `paused_too_long` reminds.
  person_silent: ({ deadlines, question }) => (standsStill(deadlines) ? null : (question?.askedOn ?? null)),
};

const standsStill = ({ state }: Deadlines): boolean => state === 'paused' || state === 'not_started';

/** Until when an extension can still be decided on: nobody decides on one that was made, or refused as too late. */
export const extensionDecisionBy = ({ extensionValid, extensionNoticeBy }: Deadlines): Day | null =>
  extensionValid === null ? extensionNoticeBy : null;

/** Until when somebody must confirm the receipt, while no mail has and nothing has ended the request. */
export const acknowledgementBy = ({ state, acknowledgeBy }: Deadlines, acknowledged: boolean): Day | null =>
  acknowledged || state === 'stopped' ? null : acknowledgeBy;

/** The limit for refusing where it comes before that for the answer: art. 12(4) knows no extension. */
export const refusalBefore = ({ refusalNoticeBy: limit, due }: Deadlines): Day | null =>
  limit && (!due || isAfter(due, limit)) ? limit : null;

function beforeLimits(facts: ReminderFacts, calendar: WorkingCalendar, policy: ReminderPolicy): PlannedReminder[] {
  const due = facts.deadlines.due;
  const offsets = offsetsBefore(policy);
  const ahead = (Object.keys(offsets) as (keyof typeof offsets)[]).flatMap((kind) => {
    const about = aboutNow[kind](facts);
    if (!about) return [];
    return offsets[kind].map((offset) => ({
      kind,
      on: workingDayBefore(about, offset, calendar),
      about,
      key: reminderKey(kind, about, offset),
    }));
  });
  if (!due) return ahead;
  const onDue = {
    kind: 'on_due',
    on: previousWorkingDay(due, calendar),
    about: due,
    key: reminderKey('on_due', due),
  } as const;
  return [...ahead, onDue];
}

/** With no days before it the limit itself; where that is no working day, the last one on which somebody can still act. */
const workingDayBefore = (limit: Day, offset: number, calendar: WorkingCalendar): Day =>
  previousWorkingDay(subtractWorkingDays(limit, offset, calendar), calendar);

/** The person is asked again on the very day: mail reaches people on Sundays too. */
function askingAgain(facts: ReminderFacts, policy: ReminderPolicy): PlannedReminder[] {
  const about = aboutNow.ask_person(facts);
  if (!about) return [];
  return policy.askPersonAgainAfterDays.map((days) => ({
    kind: 'ask_person',
    on: about.add({ days }),
    about,
    key: reminderKey('ask_person', about, days),
  }));
}

/** What comes again until somebody acts. Silence is not reminded of once the answer is late: that is reminded of daily. */
function comingAgain(
  facts: ReminderFacts,
  calendar: WorkingCalendar,
  policy: ReminderPolicy,
  asOf: Day,
): PlannedReminder[] {
  const { deadlines, nextStepBy } = facts;
  const { due } = deadlines;
  const every = policy.repeatAfterDays;
  const again = (kind: ReminderKind, first: (about: Day) => Day, everyDays: number): PlannedReminder[] => {
    const about = aboutNow[kind](facts);
    if (!about) return [];
    return turnsFrom(first(about), everyDays, calendar, asOf).map((on) => ({
      kind,
      on,
      about,
      key: reminderKey(kind, on),
    }));
  };
  const silent = [
    ...(nextStepBy
      ? again('staff_silent', () => addWorkingDays(nextStepBy, policy.staffSilentWorkingDays, calendar), every)
      : []),
    ...again('person_silent', (about) => about.add({ days: policy.personSilentDays }), every),
  ].filter(({ on }) => !due || !isAfter(on, due));
  return [
    ...again('overdue', (about) => about.add({ days: 1 }), 1),
    ...again('no_date', (about) => about.add({ days: 1 }), every),
    ...again('paused_too_long', (about) => about.add({ days: policy.pausedDays + 1 }), every),
    ...silent,
  ];
}

/**
 * The working day on or after `asOf` on which something that comes every `everyDays` days from `first` comes next; when
 * that is `asOf` itself also the one after it, because what happens this morning must not cancel today's.
 */
function turnsFrom(first: Day, everyDays: number, calendar: WorkingCalendar, asOf: Day): Day[] {
  const turn = (count: number): Day => nextWorkingDay(first.add({ days: count * everyDays }), calendar);
  let count = Math.max(0, Math.floor(daysBetween(first, asOf) / everyDays));
  while (count > 0 && !isAfter(asOf, turn(count - 1))) count -= 1;
  while (isAfter(asOf, turn(count))) count += 1;
  const on = turn(count);
  if (!on.equals(asOf)) return [on];
  while (turn(count).equals(on)) count += 1;
  return [on, turn(count)];
}

/** Names a reminder among those of its request: by its kind, and by its date or what that date and an offset make. */
export const reminderKey = (kind: ReminderKind, date: Day, offset?: number): string =>
  [kind, offset, date.toString()].filter((part) => part !== undefined).join('-');
