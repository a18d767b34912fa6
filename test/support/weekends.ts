import type { WorkingCalendar } from '#domain/clock/calendar';

/** A country without public holidays, for tests in which they do not matter. */
export const weekendsOnly: WorkingCalendar = { version: 'weekends', country: 'FI', isPublicHoliday: () => false };
