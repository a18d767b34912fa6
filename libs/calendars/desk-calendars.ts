import { loadHolidayOverrides } from './holiday-overrides.js';
import { createWorkingCalendar } from './working-calendar.js';
import type { WorkingCalendar } from '#domain/clock/calendar';

/** Eves are working days: the earlier, safe date (law file, section 1.5). */
const POLICY = 'strict';

/** The calendars a desk counts by, each made when first asked for. `rootDir` is the folder that holds `data/holidays`. */
export const deskCalendars = async (rootDir: string): Promise<(country: string) => WorkingCalendar> => {
  const overrides = await loadHolidayOverrides(rootDir);
  const made = new Map<string, WorkingCalendar>();
  return (country) => {
    const calendar = made.get(country) ?? createWorkingCalendar({ country, policy: POLICY, overrides });
    made.set(country, calendar);
    return calendar;
  };
};
