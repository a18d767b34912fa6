import type { ClockView } from '#contracts/clock-view';

/** From this many calendar days before the statutory date on, a request is shown as due soon. */
const SOON_DAYS = 7;

export interface ClockDates {
  readonly today: Temporal.PlainDate;
  /** The statutory date; null while the clock stands still, and where the law gives none. */
  readonly due: Temporal.PlainDate | null;
  /** The clock waits for the person. */
  readonly waits: boolean;
  /** The day the clock was stopped for good, null while the request is open. */
  readonly stoppedOn: Temporal.PlainDate | null;
}

/** Calendar days from today to the statutory date, negative when late; null without a date and once stopped. */
export const daysLeft = ({ today, due, stoppedOn }: Omit<ClockDates, 'waits'>): number | null =>
  due === null || stoppedOn !== null ? null : today.until(due, { largestUnit: 'days' }).days;

/** How urgent a request looks. Screens pair each tone with a word and an icon, never colour alone. */
export const toneOf = (dates: ClockDates): ClockView['tone'] => {
  const { due, waits, stoppedOn } = dates;
  if (stoppedOn !== null) return due !== null && Temporal.PlainDate.compare(stoppedOn, due) > 0 ? 'late' : 'closed';
  const left = daysLeft(dates);
  if (left === null) return waits ? 'paused' : 'undated';
  if (left < 0) return 'overdue';
  if (left === 0) return 'today';
  return left <= SOON_DAYS ? 'soon' : 'ok';
};
