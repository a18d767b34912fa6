import type { WorkingCalendar } from '#domain/clock/calendar';

/** The calendars a desk counts by. */
export interface DeskCalendars {
  /** The calendar of a country under a holiday policy; under `strict` where the country knows no such policy. */
  of(country: string, policy: string): WorkingCalendar;
  /** Which days count as public holidays where a country's law leaves a choice: `strict` first. */
  policiesOf(country: string): readonly string[];
}
