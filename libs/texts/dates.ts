import type { Language } from '#domain/language';
import type { CivilDate, InstantText } from '#domain/time-source';
import { LOCALES } from './locales.js';

/**
 * How a date is written (screens, table 3.12). `sentence` is the Finnish essive ("keskiviikkona"), so it belongs inside
 * a sentence; a label takes `table`, `numeric` or `long`.
 */
export type DateStyle = 'table' | 'numeric' | 'sentence' | 'long';

export interface DateOptions {
  /** Writes the year; `numeric`, `sentence` and `long` always do. */
  readonly year?: boolean;
}

type Format = Intl.DateTimeFormatOptions;

/** English never writes a month as a number: 09/12 would be read in two ways. */
const MONTH_IN_TABLE = { fi: 'numeric', sv: 'short', en: 'short' } as const satisfies Record<Language, Format['month']>;
const MONTH_IN_NUMERIC = { fi: 'numeric', sv: 'numeric', en: 'short' } as const satisfies Record<
  Language,
  Format['month']
>;

const HOUR = { fi: 'numeric', sv: 'numeric', en: '2-digit' } as const satisfies Record<Language, Format['hour']>;

const DATE_FORMATS: Readonly<Record<DateStyle, (language: Language) => Format>> = {
  table: (language) => ({ weekday: 'short', day: 'numeric', month: MONTH_IN_TABLE[language] }),
  numeric: (language) => ({ day: 'numeric', month: MONTH_IN_NUMERIC[language], year: 'numeric' }),
  sentence: () => ({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
  long: () => ({ day: 'numeric', month: 'long', year: 'numeric' }),
};

const withYear = (format: Format, year: boolean): Format => (year ? { ...format, year: 'numeric' } : format);

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a hundred times what using it does (screens, section 1.6), so each is made once. */
const cachedFormat = (language: Language, format: Format): Intl.DateTimeFormat => {
  const key = `${language} ${JSON.stringify(format)}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat(LOCALES[language], format);
  formats.set(key, made);
  return made;
};

/** A civil date has no zone: it is laid on UTC and read back there, so no day is ever gained or lost. */
const civilFormat = (language: Language, format: Format): Intl.DateTimeFormat =>
  cachedFormat(language, { ...format, timeZone: 'UTC' });

const onUtc = (date: CivilDate | Temporal.PlainDate): Date => new Date(`${date.toString()}T00:00:00Z`);

/** British usage in the table has no comma after the weekday; ICU puts one in when the year is shown. */
const withoutWeekdayComma = (text: string): string => text.replace(/^(\p{L}+),/u, '$1');

/** Writes a civil date. Throws a RangeError when `date` is not an ISO 8601 date. */
export const formatDate = (
  date: CivilDate | Temporal.PlainDate,
  language: Language,
  style: DateStyle,
  { year = false }: DateOptions = {},
): string =>
  withoutWeekdayComma(civilFormat(language, withYear(DATE_FORMATS[style](language), year)).format(onUtc(date)));

/** Writes the days from `from` to `to`, both included. */
export const formatDateRange = (
  from: CivilDate | Temporal.PlainDate,
  to: CivilDate | Temporal.PlainDate,
  language: Language,
): string =>
  civilFormat(language, { day: 'numeric', month: MONTH_IN_TABLE[language], year: 'numeric' }).formatRange(
    onUtc(from),
    onUtc(to),
  );

/** Writes an instant as date and time of day in `timeZone` (IANA name), which is the controller's, never the reader's. */
export const formatInstant = (
  instant: InstantText | Temporal.Instant,
  timeZone: string,
  language: Language,
  { year = false }: DateOptions = {},
): string =>
  cachedFormat(
    language,
    withYear(
      { day: 'numeric', month: MONTH_IN_TABLE[language], hour: HOUR[language], minute: '2-digit', timeZone },
      year,
    ),
  ).format(new Date(instant.toString()));

/** Writes the time of day of an instant in `timeZone` to the second. */
export const formatTimeOfDay = (instant: InstantText, timeZone: string, language: Language): string =>
  cachedFormat(language, { hour: HOUR[language], minute: '2-digit', second: '2-digit', timeZone }).format(
    new Date(instant),
  );
