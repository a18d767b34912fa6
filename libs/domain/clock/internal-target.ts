import { previousWorkingDay, type WorkingCalendar } from './calendar.js';
import { daysBetween, isAfter } from './dates.js';
import type { Deadlines } from './deadlines.js';
import { readHistory, type ClockFacts } from './facts.js';

/** The organisation's own aim. The law's date is a ceiling: the duty is "without undue delay" (GDPR art. 12(3)). */
export interface InternalTarget {
  /** Part of the statutory time, above 0 and at most 1. */
  readonly share: number;
}

export const DEFAULT_INTERNAL_TARGET: InternalTarget = { share: 0.5 };

/**
 * The day by which the organisation wants to have answered: its share of the statutory time from receipt, moved by the
 * standstills that began before it, and back to a working day. Null while the clock stands still.
 */
export function internalDue(
  facts: ClockFacts,
  deadlines: Deadlines,
  calendar: WorkingCalendar,
  target: InternalTarget = DEFAULT_INTERNAL_TARGET,
): Temporal.PlainDate | null {
  if (!deadlines.baseDue) return null;
  const { received } = readHistory(facts);
  const statutoryDays = daysBetween(received, deadlines.baseDue) - deadlines.pausedDays;
  let due = received.add({ days: Math.floor(statutoryDays * target.share) });
  for (const pause of deadlines.pauses) {
    if (!isAfter(pause.from, due)) due = due.add({ days: pause.days });
  }
  return previousWorkingDay(due, calendar);
}
