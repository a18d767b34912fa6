import { loadHolidayOverrides } from './holiday-overrides.js';
import { createWorkingCalendar } from './working-calendar.js';
import { STRICT } from '#domain/clock-settings';
import type { WorkingCalendar } from '#domain/clock/calendar';

/**
 * The calendars a desk counts by, each made when first asked for; a country that does not know the policy is counted by
 * `strict`. `rootDir` is the folder that holds `data/holidays`.
 */
export const deskCalendars = async (rootDir: string): Promise<(country: string, policy: string) => WorkingCalendar> => {
  const overrides = await loadHolidayOverrides(rootDir);
  const policyIn = (country: string, policy: string): string =>
    overrides.some((file) => file.country === country && file.rows.some((row) => row.policy === policy))
      ? policy
      : STRICT;
  const made = new Map<string, WorkingCalendar>();
  return (country, wanted) => {
    const policy = policyIn(country, wanted);
    const key = `${country}/${policy}`;
    const calendar = made.get(key) ?? createWorkingCalendar({ country, policy, overrides });
    made.set(key, calendar);
    return calendar;
  };
};
