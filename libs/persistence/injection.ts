/** The holiday calendars the desk counts by: `CalendarOf`. */
export const CALENDAR_OF = Symbol('CALENDAR_OF');
