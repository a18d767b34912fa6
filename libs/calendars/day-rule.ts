import Holidays, { type HolidaysTypes } from 'date-holidays';

const WEEKDAY = '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)';
const DAY = [
  String.raw`(?<once>\d{4}-\d\d-\d\d)`,
  String.raw`(?:easter|orthodox)(?: -?\d{1,2})?`,
  String.raw`(?:(?:(?:1st|2nd|3rd|4th) )?${WEEKDAY} (?:after|before) )?(?<yearly>\d\d-\d\d)`,
].join('|');
const MOVE = `(?: if ${WEEKDAY}(?:,${WEEKDAY})* then (?:next|previous) ${WEEKDAY})?`;
const YEARS = String.raw`(?: since \d{4})?(?: prior to \d{4})?`;

/** The part of the grammar of date-holidays that override files may use; the library itself prints what it cannot read. */
const GRAMMAR = new RegExp(`^(?:${DAY})${MOVE}${YEARS}$`);

/** Not a leap year, so a day of every year is never 29 February. */
const ANY_YEAR = 2001;

/**
 * True for a rule that names a day: `12-24`, `2026-06-15` (once), `easter -2`, `orthodox 50`, `friday after 06-19`,
 * `2nd monday after 10-01`; then, if need be, `if sunday then next monday`, `since 2024`, `prior to 2024`. As in the
 * library, `after` a date that is such a weekday means that date.
 */
export const isDayRule = (rule: string): boolean => {
  const parts = GRAMMAR.exec(rule)?.groups;
  if (parts === undefined) return false;
  return isDate(parts.once ?? `${ANY_YEAR}-${parts.yearly ?? '01-01'}`);
};

function isDate(text: string): boolean {
  try {
    Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false;
  }
}

/** What a rule means: the ISO dates of a year on which it falls. `rule` is one that `isDayRule` knows. */
export const dayRule = (rule: string): ((year: number) => readonly string[]) => {
  const holidays = new Holidays();
  holidays.setHoliday(rule, { name: rule, type: 'public' });
  return (year) => wholeDaysIn(year, (asked) => holidays.getHolidays(asked)).map(({ day }) => day);
};

/** A whole day that is a public holiday. */
interface NamedDay {
  /** ISO date. */
  readonly day: string;
  readonly name: string;
}

/**
 * The days of `year` that are holidays from midnight to midnight: half a holiday is a working day. The year before is
 * asked too, because a holiday of several days may begin there.
 */
export const wholeDaysIn = (year: number, holidaysOf: (year: number) => readonly HolidaysTypes.Holiday[]): NamedDay[] =>
  [year - 1, year]
    .flatMap(holidaysOf)
    .flatMap(wholeDays)
    .filter(({ day }) => day.startsWith(`${year}-`));

const HOUR = 3_600_000;

/** The library counts in instants, so a day with a change of clocks has 23 or 25 hours. */
function wholeDays({ date, start, end, name }: HolidaysTypes.Holiday): NamedDay[] {
  const first = Temporal.PlainDate.from(date.slice(0, 10));
  const hours = (end.getTime() - start.getTime()) / HOUR;
  return Array.from({ length: Math.floor((hours + 1) / 24) }, (_, days) => ({
    day: first.add({ days }).toString(),
    name,
  }));
}
