import Holidays, { type HolidaysTypes } from 'date-holidays';
import { LANGUAGES, type Language, type Localised } from '#domain/language';
import { wholeDaysIn } from './day-rule.js';
import { stateOf, type Place } from './place.js';
import { yearly } from './yearly.js';

/** The public holidays of a place, year by year. */
export interface HolidaySource {
  /** ISO dates. */
  readonly daysOf: (year: number) => ReadonlySet<string>;
  /** Names by ISO date. Asking the library in three languages is slow, and most days are never named. */
  readonly namesOf: (year: number) => ReadonlyMap<string, Localised>;
}

/** `public` only: the library files days that are merely customary, such as Christmas Eve in Finland, under `bank`. */
const OPTIONS: HolidaysTypes.Options = { types: ['public'] };

/** What the library knows of a place. */
export const libraryHolidays = ({ country, region }: Place): HolidaySource => {
  const library = region ? new Holidays(country, stateOf(region, country), OPTIONS) : new Holidays(country, OPTIONS);
  // A name that the library has not in the language asked for is more useful in English than in that of the place.
  library.setLanguages(['en', ...library.getLanguages()]);
  const ask = (language: Language) => yearly((year) => library.getHolidays(year, language));
  const inLanguage = { fi: ask('fi'), sv: ask('sv'), en: ask('en') } as const satisfies Record<Language, unknown>;
  return {
    daysOf: (year) => new Set(wholeDaysIn(year, inLanguage.en).map(({ day }) => day)),
    namesOf: (year) => {
      const names = new Map<string, Localised>();
      for (const language of LANGUAGES) {
        for (const { day, name } of wholeDaysIn(year, inLanguage[language])) {
          names.set(day, { fi: '', sv: '', en: '', ...names.get(day), [language]: name });
        }
      }
      return names;
    },
  };
};
