import { daysBetween, earlierOf, isAfter, laterOf } from './dates.js';
import type { Pause } from './pauses.js';

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

export interface DrawnClock {
  readonly received: Temporal.PlainDate;
  /** Today, or the day the clock stopped. */
  readonly today: Temporal.PlainDate;
  readonly stopped: boolean;
  readonly pauses: readonly Pause[];
  /** Equal to `due` without an extension. */
  readonly firstDue: Temporal.PlainDate;
  readonly due: Temporal.PlainDate;
}

/** The clock from receipt to the due date (or to today, when late) without gaps; pieces of no days are left out. */
export function segmentsOf({ received, today, stopped, pauses, firstDue, due }: DrawnClock): readonly ClockSegment[] {
  const segments: ClockSegment[] = [];
  const draw = (
    kind: ClockSegment['kind'],
    from: Temporal.PlainDate,
    to: Temporal.PlainDate,
    detail?: Pick<ClockSegment, 'reason' | 'rule'>,
  ) => {
    if (isAfter(to, from)) segments.push({ kind, from, to, days: daysBetween(from, to), ...detail });
  };
  const now = laterOf(received, today);
  const elapsed = earlierOf(now, due);
  let drawnTo = received;
  for (const pause of pauses) {
    draw('used', drawnTo, earlierOf(pause.from, elapsed));
    const pausedTo = earlierOf(pause.to, elapsed);
    draw('pause', pause.from, pausedTo, { reason: pause.reason, rule: pause.source.rule });
    drawnTo = laterOf(drawnTo, pausedTo);
  }
  draw('used', drawnTo, elapsed);
  if (!stopped) {
    draw('left', now, firstDue);
    draw('extension', laterOf(now, firstDue), due);
  }
  draw('overdue', due, now);
  return segments;
}
