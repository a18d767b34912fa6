import { STRICT } from '#domain/clock-settings';
import type { WorkingCalendar } from '#domain/clock/calendar';
import { loadCalendars } from './calendars.js';

/**
 * The calendars a desk counts by; a country that does not know the policy is counted by `strict`. `rootDir` is the
 * folder that holds `data/holidays`.
 */
export const deskCalendars = async (rootDir: string): Promise<(country: string, policy: string) => WorkingCalendar> => {
  const calendars = await loadCalendars(rootDir);
  return (country, wanted) => {
    const policy = calendars.policiesOf(country).includes(wanted) ? wanted : STRICT;
    return calendars.of({ country, policy });
  };
};
