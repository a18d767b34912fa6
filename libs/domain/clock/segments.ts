import { daysBetween, earlierOf, isAfter, laterOf } from './dates.js';
import type { Deadlines } from './deadlines.js';
import type { Pause } from './limit.js';

/** One piece of the drawn clock: `from` is its first day, `to` the first day of the next piece. */
export interface ClockSegment {
  readonly kind: 'used' | 'pause' | 'left' | 'extension' | 'overdue';
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly days: number;
  /** Of a pause. */
  readonly reason?: Pause['reason'];
  readonly rule?: string;
}

/**
 * The clock from receipt to the due date (or to `today`, when late) without gaps; pieces of no days are left out. A clock
 * that stands still is drawn as if the person answered on the day the deadlines were looked at; one without a date is
 * drawn up to today.
 */
export function segmentsOf(deadlines: Deadlines, today: Temporal.PlainDate): readonly ClockSegment[] {
  const { received, pauses, closing } = deadlines;
  const segments: ClockSegment[] = [];
  const draw = (
    kind: ClockSegment['kind'],
    from: Temporal.PlainDate,
    to: Temporal.PlainDate,
    detail?: Pick<ClockSegment, 'reason' | 'rule'>,
  ) => {
    if (isAfter(to, from)) segments.push({ kind, from, to, days: daysBetween(from, to), ...detail });
  };
  const now = laterOf(received, closing?.on ?? today);
  const due = deadlines.due ?? deadlines.frozenDue ?? now;
  const elapsed = earlierOf(now, due);
  let drawnTo = received;
  // Two questions that each start the period anew can overlap; no day is drawn twice.
  for (const pause of pauses) {
    draw('used', drawnTo, earlierOf(pause.from, elapsed));
    const pausedTo = earlierOf(pause.to, elapsed);
    draw('pause', laterOf(pause.from, drawnTo), pausedTo, { reason: pause.reason, rule: pause.source.rule });
    drawnTo = laterOf(drawnTo, pausedTo);
  }
  draw('used', drawnTo, elapsed);
  if (!closing) {
    const firstDue = earlierOf(deadlines.limitSteps.firstDue.at(-1)?.to ?? due, due);
    draw('left', now, firstDue);
    draw('extension', laterOf(now, firstDue), due);
  }
  draw('overdue', due, now);
  return segments;
}
