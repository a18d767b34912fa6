import Holidays, { type HolidaysTypes } from 'date-holidays';
import { LANGUAGES, type Language, type Localised } from '#domain/language';
import { stateOf, type Place } from './place.js';

/** Public holidays by ISO date. */
export type HolidayTable = ReadonlyMap<string, Localised>;

/** `public` only: the library files days that are merely customary, such as Christmas Eve in Finland, under `bank`. */
const OPTIONS: HolidaysTypes.Options = { types: ['public'] };

/** What the library knows of a place; costly to make, so make it once. */
export const holidaysOf = ({ country, region }: Place): Holidays =>
  region ? new Holidays(country, stateOf(region, country), OPTIONS) : new Holidays(country, OPTIONS);

/** Every whole day of `year` that is a public holiday. A half holiday is a working day. */
export function tableOf(holidays: Holidays, year: number): HolidayTable {
  const names = new Map<string, Partial<Record<Language, string>>>();
  for (const language of LANGUAGES) {
    for (const holiday of holidays.getHolidays(year, language)) {
      for (const day of wholeDaysOf(holiday)) names.set(day, { ...names.get(day), [language]: holiday.name });
    }
  }
  return new Map([...names].map(([day, name]) => [day, complete(name)]));
}

/** The days of `year` on which a single rule of the library's grammar falls. */
export const daysOfRule = (rule: string, year: number): readonly string[] =>
  (single(rule)?.getHolidays(year) ?? []).flatMap(wholeDaysOf);

/** True when the library understands `rule`. */
export const isDayRule = (rule: string): boolean => single(rule) !== null;

function single(rule: string): Holidays | null {
  const holidays = new Holidays();
  return holidays.setHoliday(rule, { name: rule, type: 'public' }) ? holidays : null;
}

const HOUR = 3_600_000;

/** The library counts in instants, so a day with a change of clocks has 23 or 25 hours. */
function wholeDaysOf({ date, start, end }: HolidaysTypes.Holiday): string[] {
  const first = Temporal.PlainDate.from(date.slice(0, 10));
  const hours = (end.getTime() - start.getTime()) / HOUR;
  return Array.from({ length: Math.floor((hours + 1) / 24) }, (_, days) => first.add({ days }).toString());
}

const complete = (name: Partial<Record<Language, string>>): Localised => ({
  fi: name.fi ?? '',
  sv: name.sv ?? '',
  en: name.en ?? '',
});
