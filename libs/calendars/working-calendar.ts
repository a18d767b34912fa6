import { createHash } from 'node:crypto';
import library from 'date-holidays/package.json' with { type: 'json' };
import { CalendarOutOfRangeError, type WorkingCalendar } from '#domain/clock/calendar';
import type { HolidayOverride, HolidayOverrides } from './holiday-overrides.js';
import { daysOfRule, holidaysOf, tableOf, type HolidayTable } from './holiday-table.js';
import { placeOf } from './place.js';

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

const STRICT = 'strict';

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
    (row) => [undefined, policy].includes(row.policy) && [undefined, place.region].includes(row.region),
  );
  const holidays = holidaysOf(place);
  const years = new Map<number, HolidayTable>();
  const tableFor = ({ year }: Temporal.PlainDate): HolidayTable => {
    if (year < FIRST_YEAR || year > LAST_YEAR) throw new CalendarOutOfRangeError(country, year);
    const table = years.get(year) ?? withOverrides(tableOf(holidays, year), applied, year);
    years.set(year, table);
    return table;
  };
  return {
    country,
    version: [place.region ?? country, policy, `date-holidays-${library.version}`, fingerprint(applied)].join('/'),
    isPublicHoliday: (date) => tableFor(date).has(date.toString()),
    holidayName: (date) => tableFor(date).get(date.toString()) ?? null,
  };
}

function withOverrides(table: HolidayTable, rows: readonly HolidayOverride[], year: number): HolidayTable {
  const changed = new Map(table);
  for (const row of rows) {
    for (const day of daysOfRule(row.on, year)) {
      if (row.holiday) changed.set(day, row.name);
      else changed.delete(day);
    }
  }
  return changed;
}

/** Changes with every change of the rows, so that two tables never share a version. */
const fingerprint = (rows: readonly HolidayOverride[]): string =>
  createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 12);
