import { STRICT } from '#domain/clock-settings';
import type { WorkingCalendar } from '#domain/clock/calendar';
import { loadHolidayOverrides, type HolidayOverrides } from './holiday-overrides.js';
import { createWorkingCalendar } from './working-calendar.js';

export interface CalendarChoice {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** ISO 3166-2, such as `DE-BY`. */
  readonly region?: string | undefined;
  /** `strict` when left out. */
  readonly policy?: string | undefined;
}

/** Every calendar by which anything is counted, each made when first asked for. */
export class Calendars {
  readonly #overrides: readonly HolidayOverrides[];
  readonly #made = new Map<string, WorkingCalendar>();
  readonly #policies = new Map<string, readonly string[]>();

  constructor(overrides: readonly HolidayOverrides[]) {
    this.#overrides = overrides;
  }

  /**
   * @throws UnknownPlaceError `unknown-country` · `unknown-region`
   * @throws Error for a policy that the country does not have
   */
  of({ country, region, policy = STRICT }: CalendarChoice): WorkingCalendar {
    const key = `${country}/${region ?? ''}/${policy}`;
    const made = this.#made.get(key);
    if (made) return made;
    const calendar = createWorkingCalendar({ country, region, policy, overrides: this.#overrides });
    this.#made.set(key, calendar);
    return calendar;
  }

  /**
   * Which days count as public holidays where a country's law leaves a choice: `strict` first. Two policies differ for a
   * request when the same facts give two dates on `of({ country, policy })`; people should then see both.
   */
  policiesOf(country: string): readonly string[] {
    const known = this.#policies.get(country);
    if (known) return known;
    const rows = this.#overrides.filter((file) => file.country === country).flatMap((file) => file.rows);
    const policies = [...new Set([STRICT, ...rows.flatMap(({ policy }) => policy ?? [])])];
    this.#policies.set(country, policies);
    return policies;
  }
}

/**
 * The library's calendars with the overrides in `data/holidays` under `rootDir`.
 *
 * @throws Error with file, place and reason when an override file is wrong
 */
export const loadCalendars = async (rootDir: string): Promise<Calendars> =>
  new Calendars(await loadHolidayOverrides(rootDir));
