/** Small comparisons of civil dates, so that the rules read as sentences. */

export const isAfter = (date: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(date, other) > 0;

export const earlierOf = (date: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  isAfter(date, other) ? other : date;

export const laterOf = (date: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  isAfter(date, other) ? date : other;

/** Whole days from `from` (counted) to `to` (not counted); negative when `to` is the earlier one. */
export const daysBetween = (from: Temporal.PlainDate, to: Temporal.PlainDate): number =>
  from.until(to, { largestUnit: 'day' }).days;
