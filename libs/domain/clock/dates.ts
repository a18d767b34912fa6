/** Small comparisons of civil dates, so that the rules read as sentences. */

/**
 * Days since 29 February of the year 0. A clock compares dates and counts days more often than it adds, and numbers take a
 * tenth of the time of `Temporal`. Years begin in March here, so that a leap day is the last day of its year.
 */
function dayNumber({ year: calendarYear, month, day }: Temporal.PlainDate): number {
  const year = month > 2 ? calendarYear : calendarYear - 1;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  // From March on the months have 31, 30, 31, 30 and 31 days, over and over: 153 in five.
  const beforeMonth = Math.floor((((month + 9) % 12) * 153 + 2) / 5);
  return year * 365 + leapDays + beforeMonth + day;
}

export const isAfter = (date: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  dayNumber(date) > dayNumber(other);

export const earlierOf = (date: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  isAfter(date, other) ? other : date;

export const laterOf = (date: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  isAfter(date, other) ? date : other;

/** Negative when `date` is the earlier one: the order for sorting. */
export const compareDates = (date: Temporal.PlainDate, other: Temporal.PlainDate): number =>
  dayNumber(date) - dayNumber(other);

/** Whole days from `from` (counted) to `to` (not counted); negative when `to` is the earlier one. */
export const daysBetween = (from: Temporal.PlainDate, to: Temporal.PlainDate): number =>
  dayNumber(to) - dayNumber(from);
