import type { Deadlines } from './deadlines.js';

/** What there is to remind of. Who gets it and why stands in `REMINDER_RULES`. */
export type ReminderKind =
  | 'before_due'
  | 'on_due'
  | 'overdue'
  | 'extension_decision'
  | 'refusal_decision'
  | 'acknowledge'
  | 'no_date'
  | 'paused_too_long'
  | 'staff_silent'
  | 'ask_person'
  | 'person_silent';

export interface ReminderRule {
  /** `handler`: the assignee, or everyone who could be; `person`: whoever made the request. */
  readonly to: 'handler' | 'person';
  /** Roles that are told as well, because whoever should act may be ill or away. */
  readonly escalatesTo: readonly ('approver' | 'administrator')[];
  /** False where a limit of the law would pass unseen without it. */
  readonly mayBeOff: boolean;
}

const LIMIT = { to: 'handler', escalatesTo: [], mayBeOff: false } as const satisfies ReminderRule;
const PRACTICE = { to: 'handler', escalatesTo: [], mayBeOff: true } as const satisfies ReminderRule;

export const REMINDER_RULES = {
  before_due: LIMIT,
  on_due: LIMIT,
  overdue: { ...LIMIT, escalatesTo: ['approver', 'administrator'] },
  extension_decision: LIMIT,
  refusal_decision: LIMIT,
  acknowledge: LIMIT,
  no_date: LIMIT,
  paused_too_long: PRACTICE,
  staff_silent: { ...PRACTICE, escalatesTo: ['approver'] },
  ask_person: { ...PRACTICE, to: 'person' },
  person_silent: PRACTICE,
} as const satisfies Record<ReminderKind, ReminderRule>;

/** What an organisation may do without. */
export type OptionalReminder =
  { [K in ReminderKind]: (typeof REMINDER_RULES)[K]['mayBeOff'] extends true ? K : never }[ReminderKind] | 'digest';

/** How an organisation wants to be reminded: plain data, kept beside the law and never instead of it. */
export interface ReminderPolicy {
  /** Working days before the last day for the answer; on that day, and on every working day after it, always. */
  readonly workingDaysBeforeDue: readonly number[];
  /** Working days before the last day for telling the person about an extension. */
  readonly workingDaysBeforeExtensionNotice: readonly number[];
  /** Working days before the last day for refusing, where that comes before the last day for the answer. */
  readonly workingDaysBeforeRefusalNotice: readonly number[];
  /** Working days before the last day for the acknowledgement, where the law has one. */
  readonly workingDaysBeforeAcknowledgement: readonly number[];
  /** A standstill longer than this many calendar days is reminded of. */
  readonly pausedDays: number;
  /** Calendar days until what still waits is reminded of again: a standstill, silence, a date that is missing. */
  readonly repeatAfterDays: number;
  /** Calendar days after which the person is asked again. */
  readonly askPersonAgainAfterDays: readonly number[];
  /** Calendar days of the person's silence after which an officer decides how to go on. */
  readonly personSilentDays: number;
  /** Working days by which a next step of staff may be late before others are told. */
  readonly staffSilentWorkingDays: number;
  /** Working days by which an answer may be late before approvers and administrators are told as well. */
  readonly escalateAfterWorkingDays: number;
  /** Full hours, 0 to 23, where the controller is. */
  readonly reminderHour: number;
  readonly digestHour: number;
  readonly off: readonly OptionalReminder[];
}

/** The practice of the desk, not law. */
export const DEFAULT_REMINDER_POLICY: ReminderPolicy = {
  workingDaysBeforeDue: [14, 7, 3, 1],
  workingDaysBeforeExtensionNotice: [5],
  workingDaysBeforeRefusalNotice: [5, 1],
  workingDaysBeforeAcknowledgement: [2],
  pausedDays: 14,
  repeatAfterDays: 7,
  askPersonAgainAfterDays: [7, 14],
  personSilentDays: 21,
  staffSilentWorkingDays: 3,
  escalateAfterWorkingDays: 1,
  reminderHour: 8,
  digestHour: 7,
  off: [],
};

/** Working days before each limit, as the policy has them; with none there is still the day itself. */
export const offsetsBefore = (policy: ReminderPolicy) => {
  const some = (days: readonly number[]): readonly number[] => (days.length > 0 ? days : [0]);
  return {
    before_due: policy.workingDaysBeforeDue,
    extension_decision: some(policy.workingDaysBeforeExtensionNotice),
    refusal_decision: some(policy.workingDaysBeforeRefusalNotice),
    acknowledge: some(policy.workingDaysBeforeAcknowledgement),
  } as const;
};

/** What a person was asked, and on which day. */
export interface OpenQuestion {
  readonly about: 'identity' | 'clarification' | 'challenge' | 'confirmation';
  readonly askedOn: Temporal.PlainDate;
  /** False where there is no address, or nobody has shown yet that it is theirs to be written to. */
  readonly canBeAskedAgain: boolean;
}

/** What reminders are planned from. */
export interface ReminderFacts {
  readonly deadlines: Deadlines;
  /** The receipt was confirmed by mail; while it was not, because mail cannot or did not reach the person, somebody must. */
  readonly acknowledged: boolean;
  readonly question: OpenQuestion | null;
  /** The day since which the next step has waited for staff; null while it waits for somebody else. */
  readonly staffSince: Temporal.PlainDate | null;
  /** The day by which the next step should be done; null where nobody plans ahead. */
  readonly nextStepBy: Temporal.PlainDate | null;
}

export interface PlannedReminder {
  readonly kind: ReminderKind;
  readonly on: Temporal.PlainDate;
  /** The date it reminds of: a limit, the start of a standstill, the day a question was asked. */
  readonly about: Temporal.PlainDate;
  /** The same facts give the same key, so a reminder can be planned any number of times and sent once. */
  readonly key: string;
}
