import { daysBetween, isAfter, laterOf } from './dates.js';
import { ClockFactsError, readHistory, type ClockFacts, type ClockHistory } from './facts.js';
import type { PauseReason, PauseRule, RulePack, Source } from './rule-pack.js';

/**
 * One standstill of the clock: whole local days, `from` counted and `to` not. No authority gives a count of days; this
 * is the earliest of the readings in use, so the date it gives is safe under all of them.
 */
export interface Pause {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly days: number;
  /** Still waiting for the person: `to` is only the day it was looked at. */
  readonly open: boolean;
  readonly reason: PauseReason | 'both';
  /** The rule of the question that began it. */
  readonly source: Source;
}

type Interval = Omit<Pause, 'days'>;

/**
 * The standstills of a history, in time order; overlapping ones are one, so no day counts twice.
 * A question still open counts up to `today` (or the day the clock stopped), at least up to its own day.
 */
export function pausesOf(
  history: ClockHistory,
  rules: readonly PauseRule[],
  today: Temporal.PlainDate,
): readonly Pause[] {
  const merged: Interval[] = [];
  const intervals = rules.flatMap((rule) => intervalsOf(history, rule, today));
  for (const next of intervals.toSorted((one, other) => Temporal.PlainDate.compare(one.from, other.from))) {
    const last = merged.at(-1);
    if (last && isAfter(last.to, next.from)) merged[merged.length - 1] = union(last, next);
    else merged.push(next);
  }
  return merged.map((interval) => ({ ...interval, days: daysBetween(interval.from, interval.to) }));
}

/**
 * For facts that come from outside: an answer needs a question that is open.
 *
 * @throws ClockFactsError `answer-without-question` · `bad-date` · `event-before-receipt`
 */
export function assertAnswersWereAsked(facts: ClockFacts, rules: RulePack): void {
  const { events } = readHistory(facts);
  for (const rule of rules.pauses) {
    let open = false;
    for (const event of events) {
      if (event.type === rule.answered && !open) {
        throw new ClockFactsError(
          'answer-without-question',
          `${event.type} on ${event.on.toString()}: nothing was asked`,
        );
      }
      if (event.type === rule.asked) open = true;
      if (event.type === rule.answered && event.sufficient) open = false;
    }
  }
}

/** Asking again changes nothing while a question is open, and so does an answer that does not settle it. */
function intervalsOf(history: ClockHistory, rule: PauseRule, today: Temporal.PlainDate): Interval[] {
  const intervals: Interval[] = [];
  const { reason, source } = rule;
  let askedOn: Temporal.PlainDate | null = null;
  for (const event of history.events) {
    if (event.type === rule.asked) askedOn ??= event.on;
    if (event.type === rule.answered && event.sufficient && askedOn) {
      intervals.push({ from: askedOn, to: event.on, open: false, reason, source });
      askedOn = null;
    }
  }
  if (askedOn) {
    const to = laterOf(askedOn, history.closing?.on ?? today);
    intervals.push({ from: askedOn, to, open: !history.closing, reason, source });
  }
  return intervals;
}

const union = (earlier: Interval, later: Interval): Interval => ({
  from: earlier.from,
  to: laterOf(earlier.to, later.to),
  open: earlier.open || later.open,
  reason: earlier.reason === later.reason ? earlier.reason : 'both',
  source: earlier.source,
});
