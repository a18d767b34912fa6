/** How many requests took that many days. */
export interface DayCount {
  readonly days: number;
  readonly requests: number;
}

/**
 * The smallest number of days within which at least this share (0 to 1) was answered, as `percentile_disc` has it: always
 * a number that occurred. Null of nothing.
 */
export const percentileDays = (counts: readonly DayCount[], share: number): number | null => {
  const total = counts.reduce((sum, { requests }) => sum + requests, 0);
  let reached = 0;
  for (const { days, requests } of counts.toSorted((one, other) => one.days - other.days)) {
    reached += requests;
    if (requests > 0 && reached >= share * total) return days;
  }
  return null;
};
