import { STRICT } from '#domain/clock-settings';
import type { WorkingCalendar } from '#domain/clock/calendar';
import { loadCalendars, type Calendars } from './calendars.js';

/** What a desk asks of the calendars: countries by a policy that the organisation has set for its own. */
export class DeskCalendars {
  readonly #calendars: Calendars;

  constructor(calendars: Calendars) {
    this.#calendars = calendars;
  }

  /** A country that does not know the policy is counted by `strict`. */
  of(country: string, policy: string): WorkingCalendar {
    const known = this.policiesOf(country).includes(policy);
    return this.#calendars.of({ country, policy: known ? policy : STRICT });
  }

  policiesOf(country: string): readonly string[] {
    return this.#calendars.policiesOf(country);
  }
}

/** `rootDir` is the folder that holds `data/holidays`. */
export const deskCalendars = async (rootDir: string): Promise<DeskCalendars> =>
  new DeskCalendars(await loadCalendars(rootDir));
