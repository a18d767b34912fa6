import type { WorkingCalendar } from '#domain/clock/calendar';

/** The calendar of a country as the desk counts by. */
export type CalendarOf = (country: string) => WorkingCalendar;

/** Where a process is given its `CalendarOf`. */
export const CALENDAR_OF = Symbol('CALENDAR_OF');
