import type { WorkingCalendar } from './calendar.js';
import { daysBetween, isAfter, laterOf } from './dates.js';
import { countPeriod } from './period.js';
import { movedDay, moveToWorkingDay } from './roll.js';
import type { Period, RulePack, Source } from './rule-pack.js';
import type { Standstill } from './standstills.js';
import { asReading, stepBy, type DeadlineStep } from './steps.js';

/** A standstill that moved a limit. */
export interface Pause extends Standstill {
  /** Days by which it moved the limit. */
  readonly days: number;
}

/** One time limit. */
export interface Limit {
  /** Before the move to a working day. */
  readonly base: Temporal.PlainDate;
  readonly due: Temporal.PlainDate;
  /** The standstills that moved it. */
  readonly pauses: readonly Pause[];
  /** From receipt to `due`. */
  readonly steps: readonly DeadlineStep[];
}

/** By what a limit is counted. `calendar` is that of the place with the closed days of the law. */
export interface Reckoning {
  readonly receipt: DeadlineStep;
  readonly standstills: readonly Standstill[];
  readonly rules: RulePack;
  readonly calendar: WorkingCalendar;
}

/** Where a period starts, and how it came to start there. */
interface Beginning {
  readonly start: Temporal.PlainDate;
  readonly pauses: readonly Pause[];
  readonly steps: readonly DeadlineStep[];
}

/**
 * Counts a period: from the start, then days of standstill, then once to a working day.
 *
 * Every move is made from the unmoved date. A question asked after the limit has passed does nothing: what has ended
 * cannot stand still, and an overdue request must not become punctual by asking.
 */
export const limitOf = (period: Period, reckoning: Reckoning): Limit =>
  countFrom(
    { start: reckoning.receipt.to, pauses: [], steps: [reckoning.receipt] },
    period,
    reckoning,
    reckoning.standstills,
  );

/** A standstill that brings a later start begins the count anew, with the others still `pending`. */
function countFrom(beginning: Beginning, period: Period, reckoning: Reckoning, pending: readonly Standstill[]): Limit {
  const { start } = beginning;
  const whole = countPeriod(start, period, reckoning.calendar);
  const pauses = [...beginning.pauses];
  const steps = [...beginning.steps, whole];
  let base = whole.to;
  for (const next of pending) {
    const { effect, source, reason, from: on } = next;
    if (effect === 'none') {
      steps.push(stepBy(source, base, base, 'question_without_effect', { on, reason }));
    } else if (isAfter(on, movedDay(base, reckoning))) {
      steps.push(stepBy(asReading(source), base, base, 'question_too_late', { on }));
    } else if (effect !== 'suspend') {
      const others = pending.filter((other) => other !== next);
      return countFrom(startedBy(next, beginning, reckoning), period, reckoning, others);
    } else if (endedBefore(start, next)) {
      steps.push(stepBy(clippedBy(start, next), base, base, 'answered_before_start', { on }));
    } else {
      const since = laterOf(next.from, start);
      const until = laterOf(next.to, since);
      const days = daysBetween(since, until);
      // A pause that an answer ended tells from when the clock ran on; another one up to which day it was seen.
      const params = { days, reason, since, until: next.open || next.cutOff ? laterOf(next.lastSeen, since) : until };
      const step = stepBy(clippedBy(start, next), base, base.add({ days }), `pause${endingOf(next)}`, params);
      pauses.push({ ...next, from: since, to: until, days });
      steps.push(step);
      base = step.to;
    }
  }
  const move = moveToWorkingDay(base, reckoning);
  return { base, due: move?.to ?? base, pauses, steps: move ? [...steps, move] : steps };
}

/** The period starts with the answer, or after the days for thinking, but never earlier than it did. */
function startedBy(standstill: Standstill, { start, pauses, steps }: Beginning, moving: Reckoning): Beginning {
  const { effect, open, reason, source, from: since, to } = standstill;
  const moved = laterOf(start, to);
  const step =
    effect === 'reflect'
      ? // The person may think until the moved day, though the period starts after the unmoved one.
        ({ because: open ? 'reflection_open' : 'reflection', until: movedDay(to, moving) } as const)
      : ({ because: `restart${endingOf(standstill)}`, until: to } as const);
  return {
    start: moved,
    pauses: [...pauses, { ...standstill, days: daysBetween(start, moved) }],
    steps: [...steps, stepBy(source, start, moved, step.because, { reason, since, until: step.until })],
  };
}

/** What waits for an answer, what the closing of the request cut off, and what an answer ended, are told differently. */
function endingOf({ open, cutOff }: Standstill): '_open' | '_ended' | '' {
  if (open) return '_open';
  return cutOff ? '_ended' : '';
}

/** That only the days since the start of the period count is our reading where the law does not say so. */
const clippedBy = (start: Temporal.PlainDate, { from, source }: Standstill): Source =>
  isAfter(start, from) ? asReading(source) : source;

/** The period started only when the question had been answered; one still open stops the clock, even if no day yet. */
const endedBefore = (start: Temporal.PlainDate, { from, to, open }: Standstill): boolean =>
  !open && isAfter(start, from) && !isAfter(to, start);
