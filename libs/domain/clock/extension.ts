import { isAfter } from './dates.js';
import type { ClockHistory, DatedEvent } from './facts.js';
import { limitOf, type Limit, type Pause, type Reckoning } from './limit.js';
import type { ExtensionRule } from './rule-pack.js';
import { asReading, stepBy, type Because, type DeadlineStep } from './steps.js';

/** What became of every extension that was announced. */
export interface Extensions {
  /** The one that stands. */
  readonly granted: DatedEvent | null;
  /** True when all stood, false when any was refused, null when none was announced. */
  readonly valid: boolean | null;
  readonly steps: readonly DeadlineStep[];
}

const NONE: Extensions = { granted: null, valid: null, steps: [] };

/**
 * One extension only, and only while the limit for telling the person has not passed (GDPR art. 12(3), and every other
 * law that has one); any other leaves the date as it was. `notice` is null where the law has no extension.
 */
export function judgeExtensions(
  { received, events }: ClockHistory,
  { rules }: Reckoning,
  notice: Limit | null,
): Extensions {
  const announced = events.filter(({ type }) => type === 'extended');
  if (announced.length === 0) return NONE;
  const { source, ...extension } = rules.extension;
  const total = extension.noticeWithin && extension.total;
  const steps: DeadlineStep[] = [];
  let granted: DatedEvent | null = null;
  let valid = true;
  for (const event of announced) {
    const flaw = flawOf(event, granted, notice);
    const because = flaw ?? (total ? 'extended' : 'extended_by_notice');
    const params = { on: event.on, ...(total && { length: total.length, unit: total.unit }) };
    steps.push(stepBy(source, received, received, because, params));
    if (flaw) valid = false;
    else granted = event;
  }
  return { granted, valid, steps };
}

function flawOf({ on }: DatedEvent, granted: DatedEvent | null, notice: Limit | null): Because | null {
  if (!notice) return 'extension_unavailable';
  if (granted) return 'extension_repeated';
  const inTime = !isAfter(on, notice.due) || notice.pauses.some((pause) => covers(pause, on));
  return inTime ? null : 'extension_late';
}

/** No limit passes while the clock stands still or has not started. */
const covers = (pause: Pause, day: Temporal.PlainDate): boolean =>
  !isAfter(pause.from, day) && (pause.open || isAfter(pause.to, day));

/**
 * The limit that an extension gives. Null when the law gives no number and the person was told none.
 *
 * A told day is the controller's own word and no period of law: it is never moved to a working day, and a day before the
 * first limit does not shorten what the law gives.
 */
export function extendedLimit(
  { total, source }: ExtensionRule,
  { until }: DatedEvent,
  first: Limit,
  reckoning: Reckoning,
): Limit | null {
  if (total) return limitOf(total, reckoning);
  if (!until) return null;
  const limit = isAfter(until, first.due) ? { ...first, base: until, due: until } : first;
  return { ...limit, steps: [...first.steps, stepBy(asReading(source), first.due, limit.due, 'told_date', { until })] };
}
