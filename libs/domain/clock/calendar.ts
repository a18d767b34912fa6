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
    : WITH_CLOSED_DAYS.getOrInsertComputed(calendar, () => new WeakMap()).getOrInsertComputed(closed, () => ({
        version: calendar.version,
        country: calendar.country,
        isPublicHoliday: (date) => closed.some((days) => isWithin(date, days)) || calendar.isPublicHoliday(date),
        holidayName: (date) => calendar.holidayName?.(date) ?? null,
      }));

/** The same calendar every time, so that its years are worked out once. */
const WITH_CLOSED_DAYS = new WeakMap<WorkingCalendar, WeakMap<readonly ClosedDays[], WorkingCalendar>>();

function isWithin(date: Temporal.PlainDate, { from, to }: ClosedDays): boolean {
  const day = date.toString().slice(-from.length);
  return from <= to ? from <= day && day <= to : from <= day || day <= to;
}

const SATURDAY = 6;

export const ONE_DAY = Temporal.Duration.from({ days: 1 });

export const isWorkingDay = (date: Temporal.PlainDate, calendar: WorkingCalendar): boolean =>
  date.dayOfWeek < SATURDAY && !calendar.isPublicHoliday(date);

/** `date` itself when it is a working day, else the first one after it: Regulation 1182/71, art. 3(4). */
export const nextWorkingDay = (date: Temporal.PlainDate, calendar: WorkingCalendar): Temporal.PlainDate =>
  isWorkingDay(date, calendar) ? date : addWorkingDays(date, 1, calendar);

/** `date` itself when it is a working day, else the last one before it. */
export const previousWorkingDay = (date: Temporal.PlainDate, calendar: WorkingCalendar): Temporal.PlainDate =>
  isWorkingDay(date, calendar) ? date : subtractWorkingDays(date, 1, calendar);

/** The `count`-th working day after `date`; `date` itself is not counted and `count` 0 gives `date`. */
export const addWorkingDays = (
  date: Temporal.PlainDate,
  count: number,
  calendar: WorkingCalendar,
): Temporal.PlainDate =>
  count === 0 ? date : workingDayAt(date.year, workingDaysUpTo(date.year, date.dayOfYear, calendar) + count, calendar);

/** The `count`-th working day before `date`; `date` itself is not counted and `count` 0 gives `date`. */
export const subtractWorkingDays = (
  date: Temporal.PlainDate,
  count: number,
  calendar: WorkingCalendar,
): Temporal.PlainDate =>
  count === 0
    ? date
    : workingDayAt(date.year, workingDaysUpTo(date.year, date.dayOfYear - 1, calendar) + 1 - count, calendar);

/** The working days of one year: counting looks them up, because a clock counts dozens of days for every date. */
interface WorkingYear {
  /** In order. */
  readonly days: readonly Temporal.PlainDate[];
  /** How many of them there are up to each day of the year, that day included; at 0 none. */
  readonly upTo: readonly number[];
}

/** Made once for each calendar, which never changes: its `version` stands for its table. */
const WORKING_YEARS = new WeakMap<WorkingCalendar, Map<number, WorkingYear>>();

const workingYear = (year: number, calendar: WorkingCalendar): WorkingYear =>
  WORKING_YEARS.getOrInsertComputed(calendar, () => new Map<number, WorkingYear>()).getOrInsertComputed(year, () =>
    workingYearOf(year, calendar),
  );

function workingYearOf(year: number, calendar: WorkingCalendar): WorkingYear {
  const days: Temporal.PlainDate[] = [];
  const upTo = [0];
  for (let date = Temporal.PlainDate.from({ year, month: 1, day: 1 }); date.year === year; date = date.add(ONE_DAY)) {
    if (isWorkingDay(date, calendar)) days.push(date);
    upTo.push(days.length);
  }
  return { days, upTo };
}

const workingDaysUpTo = (year: number, dayOfYear: number, calendar: WorkingCalendar): number =>
  workingYear(year, calendar).upTo[dayOfYear] ?? 0;

/** The working day at a place, from 1 on, among those of a year; places beyond are those of the years before and after. */
function workingDayAt(year: number, place: number, calendar: WorkingCalendar): Temporal.PlainDate {
  if (place < 1) return workingDayAt(year - 1, place + workingYear(year - 1, calendar).days.length, calendar);
  const { days } = workingYear(year, calendar);
  return days[place - 1] ?? workingDayAt(year + 1, place - days.length, calendar);
}
