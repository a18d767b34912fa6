import type { WorkingCalendar } from '#domain/clock/calendar';

/** The calendar of a country under a holiday policy; under `strict` where the country knows no such policy. */
export type CalendarOf = (country: string, policy: string) => WorkingCalendar;
