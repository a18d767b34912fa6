/** Small comparisons of civil dates, so that the rules read as sentences. */

/**
 * A number that grows with the date: 20261122. It orders dates as `Temporal.PlainDate.compare` does, in a tenth of the
 * time; a clock compares more often than it adds, and the whole desk is computed again every morning.
 */
const ordinal = ({ year, month, day }: Temporal.PlainDate): number => (year * 100 + month) * 100 + day;

export const isAfter = (date: Temporal.PlainDate, other: Temporal.PlainDate): boolean => ordinal(date) > ordinal(other);

export const earlierOf = (date: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  isAfter(date, other) ? other : date;

export const laterOf = (date: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  isAfter(date, other) ? date : other;

/** Negative when `date` is the earlier one: the order for sorting. */
export const compareDates = (date: Temporal.PlainDate, other: Temporal.PlainDate): number =>
  ordinal(date) - ordinal(other);

/** Whole days from `from` (counted) to `to` (not counted); negative when `to` is the earlier one. */
export const daysBetween = (from: Temporal.PlainDate, to: Temporal.PlainDate): number =>
  from.until(to, { largestUnit: 'day' }).days;
