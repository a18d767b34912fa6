import { RIGHTS, type Right } from '#domain/law/rights';
import type { ClockSettings } from '#domain/clock-settings';
import type { OptionalReminder } from '#domain/clock/reminders';

/** Reminders on several days. */
export const LIST_FIELDS = [
  'workingDaysBeforeDue',
  'workingDaysBeforeExtensionNotice',
  'workingDaysBeforeRefusalNotice',
  'workingDaysBeforeAcknowledgement',
  'askPersonAgainAfterDays',
] as const;

export const NUMBER_FIELDS = [
  'pausedDays',
  'repeatAfterDays',
  'personSilentDays',
  'staffSilentWorkingDays',
  'escalateAfterWorkingDays',
] as const;

export const HOUR_FIELDS = ['reminderHour', 'digestHour'] as const;

export type ListField = (typeof LIST_FIELDS)[number];
export type NumberField = (typeof NUMBER_FIELDS)[number];
export type HourField = (typeof HOUR_FIELDS)[number];

/** What an organisation may do without, in the order of the page. */
export const OPTIONAL_REMINDERS: readonly OptionalReminder[] = [
  'paused_too_long',
  'ask_person',
  'person_silent',
  'staff_silent',
  'digest',
];

/** What the form holds while it is being filled in: numbers as they are typed. */
export interface SettingsValues {
  readonly holidayPolicy: string;
  readonly share: string;
  readonly workingDays: Readonly<Record<Right, string>>;
  readonly lists: Readonly<Record<ListField, string>>;
  readonly numbers: Readonly<Record<NumberField, string>>;
  readonly hours: Readonly<Record<HourField, number>>;
  /** The optional reminders that are sent. */
  readonly sent: readonly OptionalReminder[];
}

/** Ends the key of the sentence that says what is wrong, `settings.problem.<problem>`. */
export type SettingsProblem = 'number' | 'list' | 'empty' | 'share' | 'refused';

/** What does not hold, by the path that the contract has for the field. */
export type SettingsProblems = Readonly<Partial<Record<string, SettingsProblem>>>;

export const sharePath = 'internalTargets.share';
export const workingDaysPath = (right: Right): string => `internalTargets.workingDays.${right}`;
export const reminderPath = (field: ListField | NumberField | HourField): string => `reminders.${field}`;

const record = <K extends string, V>(keys: readonly K[], of: (key: K) => V): Record<K, V> =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, V>;

export const valuesOf = ({ holidayPolicy, internalTargets, reminders }: ClockSettings): SettingsValues => ({
  holidayPolicy,
  share: String(Math.round(internalTargets.share * 100)),
  workingDays: record(RIGHTS, (right) => String(internalTargets.workingDays[right] ?? '')),
  lists: record(LIST_FIELDS, (field) => reminders[field].join(', ')),
  numbers: record(NUMBER_FIELDS, (field) => String(reminders[field])),
  hours: record(HOUR_FIELDS, (field) => reminders[field]),
  sent: OPTIONAL_REMINDERS.filter((kind) => !reminders.off.includes(kind)),
});

const WHOLE = /^\d{1,3}$/u;

const wholeNumber = (typed: string): number | null => (WHOLE.test(typed.trim()) ? Number(typed) : null);

const wholeNumbers = (typed: string): readonly (number | null)[] =>
  typed
    .split(/[,;]/u)
    .filter((part) => part.trim() !== '')
    .map(wholeNumber);

const shareOf = (typed: string): number | null => {
  const percent = wholeNumber(typed);
  return percent !== null && percent >= 10 && percent <= 100 ? percent / 100 : null;
};

const listProblem = (field: ListField, typed: string): SettingsProblem | null => {
  const numbers = wholeNumbers(typed);
  if (numbers.includes(null)) return 'list';
  return field === 'workingDaysBeforeDue' && numbers.length === 0 ? 'empty' : null;
};

const problemsOf = ({ share, workingDays, lists, numbers }: SettingsValues): SettingsProblems => {
  const found: [path: string, problem: SettingsProblem | null][] = [
    [sharePath, shareOf(share) === null ? 'share' : null],
    ...RIGHTS.map((right): [string, SettingsProblem | null] => {
      const typed = workingDays[right];
      return [workingDaysPath(right), typed.trim() !== '' && wholeNumber(typed) === null ? 'number' : null];
    }),
    ...LIST_FIELDS.map((field): [string, SettingsProblem | null] => [
      reminderPath(field),
      listProblem(field, lists[field]),
    ]),
    ...NUMBER_FIELDS.map((field): [string, SettingsProblem | null] => [
      reminderPath(field),
      wholeNumber(numbers[field]) === null ? 'number' : null,
    ]),
  ];
  return Object.fromEntries(found.filter(([, problem]) => problem !== null)) as SettingsProblems;
};

/** The settings as the contract has them, or what does not hold. How large a number may be, the server says. */
export const readSettings = (values: SettingsValues): ClockSettings | { readonly problems: SettingsProblems } => {
  const problems = problemsOf(values);
  if (Object.keys(problems).length > 0) return { problems };
  const { holidayPolicy, share, workingDays, lists, numbers, hours, sent } = values;
  const set = RIGHTS.filter((right) => workingDays[right].trim() !== '');
  return {
    holidayPolicy,
    internalTargets: {
      share: shareOf(share) ?? 1,
      workingDays: record(set, (right) => Number(workingDays[right])),
    },
    reminders: {
      ...record(LIST_FIELDS, (field) => wholeNumbers(lists[field]).filter((number) => number !== null)),
      ...record(NUMBER_FIELDS, (field) => Number(numbers[field])),
      ...hours,
      off: OPTIONAL_REMINDERS.filter((kind) => !sent.includes(kind)),
    },
  };
};

/** The fields that the server refused. A path into a list (`reminders.workingDaysBeforeDue.2`) names the list. */
export const refusedFields = (paths: readonly string[]): SettingsProblems =>
  Object.fromEntries(
    paths.map((path) => [path.startsWith('reminders.') ? path.split('.').slice(0, 2).join('.') : path, 'refused']),
  );
