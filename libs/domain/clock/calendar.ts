import type { Localised } from '#domain/language';
import type { ClosedDays } from './rule-pack.js';

/**
 * The public holidays of one country (and region) under one policy. Working days are all days but public holidays,
 * Saturdays and Sundays: Regulation (EEC, Euratom) 1182/71, art. 2(2).
 */
export interface WorkingCalendar {
  /** Identifies the exact table of holidays; stored beside every frozen date. */
  readonly version: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** @throws CalendarOutOfRangeError for a year the calendar does not know. */
  isPublicHoliday(date: Temporal.PlainDate): boolean;
  /** The holiday's name, null on an ordinary day. A calendar that knows no names leaves it out. */
  holidayName?(date: Temporal.PlainDate): Localised | null;
}

/** Guessing holidays of unknown years would give wrong dates silently, so a calendar refuses them. */
export class CalendarOutOfRangeError extends Error {
  readonly code = 'calendar-out-of-range';

  constructor(country: string, year: number) {
    super(`The calendar of ${country} does not know the year ${year}`);
    this.name = 'CalendarOutOfRangeError';
  }
}

/** `calendar` with the days that one law does not count as working days: they have no name and are no holidays. */
export const withClosedDays = (calendar: WorkingCalendar, closed: readonly ClosedDays[]): WorkingCalendar =>
  closed.length === 0
    ? calendar
    : {
        version: calendar.version,
        country: calendar.country,
        isPublicHoliday: (date) => closed.some((days) => isWithin(date, days)) || calendar.isPublicHoliday(date),
        holidayName: (date) => calendar.holidayName?.(date) ?? null,
      };

function isWithin(date: Temporal.PlainDate, { from, to }: ClosedDays): boolean {
  const day = date.toString().slice(-from.length);
  return from <= to ? from <= day && day <= to : from <= day || day <= to;
}

const SATURDAY = 6;

export const isWorkingDay = (date: Temporal.PlainDate, calendar: WorkingCalendar): boolean =>
  date.dayOfWeek < SATURDAY && !calendar.isPublicHoliday(date);

/** `date` itself when it is a working day, else the first one after it: Regulation 1182/71, art. 3(4). */
export const nextWorkingDay = (date: Temporal.PlainDate, calendar: WorkingCalendar): Temporal.PlainDate =>
  firstWorkingDay(date, ONE_DAY, calendar);

/** `date` itself when it is a working day, else the last one before it. */
export const previousWorkingDay = (date: Temporal.PlainDate, calendar: WorkingCalendar): Temporal.PlainDate =>
  firstWorkingDay(date, ONE_DAY_BACK, calendar);

/** The `count`-th working day after `date`; `date` itself is not counted and `count` 0 gives `date`. */
export const addWorkingDays = (
  date: Temporal.PlainDate,
  count: number,
  calendar: WorkingCalendar,
): Temporal.PlainDate => stepWorkingDays(date, count, ONE_DAY, calendar);

/** The `count`-th working day before `date`; `date` itself is not counted and `count` 0 gives `date`. */
export const subtractWorkingDays = (
  date: Temporal.PlainDate,
  count: number,
  calendar: WorkingCalendar,
): Temporal.PlainDate => stepWorkingDays(date, count, ONE_DAY_BACK, calendar);

/** Made once: counting working days adds one day after another. */
export const ONE_DAY = Temporal.Duration.from({ days: 1 });
const ONE_DAY_BACK = ONE_DAY.negated();

function firstWorkingDay(
  from: Temporal.PlainDate,
  day: Temporal.Duration,
  calendar: WorkingCalendar,
): Temporal.PlainDate {
  let date = from;
  while (!isWorkingDay(date, calendar)) date = date.add(day);
  return date;
}

function stepWorkingDays(
  from: Temporal.PlainDate,
  count: number,
  day: Temporal.Duration,
  calendar: WorkingCalendar,
): Temporal.PlainDate {
  let date = from;
  for (let left = count; left > 0; left -= 1) date = firstWorkingDay(date.add(day), day, calendar);
  return date;
}
