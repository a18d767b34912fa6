import type { Right } from '#domain/law/rights';
import { addWorkingDays, previousWorkingDay, type WorkingCalendar } from './calendar.js';
import { daysBetween, earlierOf, isAfter, laterOf } from './dates.js';
import type { Deadlines } from './deadlines.js';
import { readHistory, type ClockFacts } from './facts.js';

/** The organisation's own aims. The law's date is a ceiling: the duty is "without undue delay" (GDPR art. 12(3)). */
export interface InternalTargets {
  /** Part of the statutory time, above 0 and at most 1. */
  readonly share: number;
  /** Working days from receipt, for rights that the organisation answers in less than its share of the time. */
  readonly workingDays: Readonly<Partial<Record<Right, number>>>;
}

/** Art. 21(3): after an objection the data may no longer be used for direct marketing, so a ban waits for nothing. */
export const DEFAULT_INTERNAL_TARGETS: InternalTargets = { share: 0.5, workingDays: { direct_marketing: 3 } };

/**
 * The day by which the organisation wants to have answered: the earliest of its share of the statutory time and of the
 * working days it has set for one of `rights`. It is moved by the standstills that began before it, lies on a working
 * day, never after the statutory date and never before receipt. Null while the clock stands still, and where there is neither date.
 */
export function internalDue(
  facts: ClockFacts,
  deadlines: Deadlines,
  calendar: WorkingCalendar,
  targets: InternalTargets = DEFAULT_INTERNAL_TARGETS,
  rights: readonly Right[] = [],
): Temporal.PlainDate | null {
  if (deadlines.frozenDue) return null;
  const { received } = readHistory(facts);
  const inWorkingDays = rights.flatMap((right) => targets.workingDays[right] ?? []);
  const aims = [
    ...inWorkingDays.map((count) => addWorkingDays(received, count, calendar)),
    ...shareOf(received, deadlines, targets),
  ];
  const [first, ...others] = aims.map((aim) => afterPauses(aim, deadlines));
  if (!first) return null;
  const aim = others.reduce(earlierOf, first);
  const workingDay = previousWorkingDay(deadlines.due ? earlierOf(aim, deadlines.due) : aim, calendar);
  // A short share of a request received on a weekend would else end on the Friday before it came.
  return laterOf(received, workingDay);
}

function shareOf(received: Temporal.PlainDate, { baseDue, pausedDays }: Deadlines, { share }: InternalTargets) {
  if (!baseDue) return [];
  const statutoryDays = daysBetween(received, baseDue) - pausedDays;
  return [received.add({ days: Math.floor(statutoryDays * share) })];
}

const afterPauses = (aim: Temporal.PlainDate, { pauses }: Deadlines): Temporal.PlainDate =>
  pauses.reduce((due, pause) => (isAfter(pause.from, due) ? due : due.add({ days: pause.days })), aim);
