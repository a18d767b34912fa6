import { createHash } from 'node:crypto';
import library from 'date-holidays/package.json' with { type: 'json' };
import { CalendarOutOfRangeError, type WorkingCalendar } from '#domain/clock/calendar';
import { STRICT } from '#domain/clock-settings';
import { dayRule } from './day-rule.js';
import type { HolidayOverride, HolidayOverrides } from './holiday-overrides.js';
import { libraryHolidays, type HolidaySource } from './holiday-table.js';
import { placeOf } from './place.js';
import { yearly } from './yearly.js';

export interface CalendarOptions {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** ISO 3166-2, such as `DE-BY`. Great Britain without one is England. */
  readonly region?: string | undefined;
  /** `strict` counts what the law names as public holidays; the others are in the overrides, such as `fi-150-1930`. */
  readonly policy: string;
  readonly overrides: readonly HolidayOverrides[];
}

/** Before 2000 several tables follow older law; after 2075 the library's lunar calendars end. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2075;

/**
 * Names what our own code makes of the library and the rows. It changes whenever the same library and rows give another
 * table: kept dates tell by the version of their calendar whether they may have changed.
 */
const TABLE_CODE = 1;

/** Room for `month * 32 + day`: the days of a year as marks, because a clock asks for millions of them. */
const YEAR_SIZE = 13 * 32;

/**
 * The calendar of a place: the library's public holidays, changed by the override rows that apply. Each year is worked
 * out once, on its first use.
 *
 * @throws UnknownPlaceError `unknown-country` · `unknown-region`
 * @throws Error for a policy that no override row of the country names
 */
export function createWorkingCalendar({ country, region, policy, overrides }: CalendarOptions): WorkingCalendar {
  const place = placeOf(country, region);
  const rows = overrides.filter((file) => file.country === country).flatMap((file) => file.rows);
  if (policy !== STRICT && !rows.some((row) => row.policy === policy)) {
    throw new Error(`There is no holiday policy ${policy} for ${country}`);
  }
  const applied = rows.filter(
    (row) => [undefined, policy].includes(row.policy) && [undefined, ...place.within].includes(row.region),
  );
  const holidays = withOverrides(libraryHolidays(place), applied);
  const namesOf = yearly(holidays.namesOf);
  const marksOf = yearly((year) => {
    if (year < FIRST_YEAR || year > LAST_YEAR) throw new CalendarOutOfRangeError(country, year);
    return marked(holidays.daysOf(year));
  });
  const isPublicHoliday = ({ year, month, day }: Temporal.PlainDate): boolean => marksOf(year)[month * 32 + day] === 1;
  return {
    country,
    version: [place.region ?? country, policy, `date-holidays-${library.version}`, fingerprint(applied)].join('/'),
    isPublicHoliday,
    holidayName: (date) => (isPublicHoliday(date) ? (namesOf(date.year).get(date.toString()) ?? null) : null),
  };
}

/** Later rows win, so a row may take a day away and the next one put another in its place. */
function withOverrides(source: HolidaySource, rows: readonly HolidayOverride[]): HolidaySource {
  const rules = rows.map((row) => ({ row, daysIn: dayRule(row.on) }));
  return {
    daysOf: (year) => {
      const days = new Set(source.daysOf(year));
      for (const { row, daysIn } of rules) {
        for (const day of daysIn(year)) {
          if (row.holiday) days.add(day);
          else days.delete(day);
        }
      }
      return days;
    },
    namesOf: (year) => {
      const names = new Map(source.namesOf(year));
      for (const { row, daysIn } of rules) {
        for (const day of daysIn(year)) if (row.holiday) names.set(day, row.name);
      }
      return names;
    },
  };
}

function marked(days: ReadonlySet<string>): Uint8Array {
  const marks = new Uint8Array(YEAR_SIZE);
  for (const day of days) marks[Number(day.slice(5, 7)) * 32 + Number(day.slice(8))] = 1;
  return marks;
}

/** Changes with every change of the rows and of the code, so that two tables never share a version. */
const fingerprint = (rows: readonly HolidayOverride[]): string =>
  createHash('sha256')
    .update(JSON.stringify([TABLE_CODE, rows]))
    .digest('hex')
    .slice(0, 12);
