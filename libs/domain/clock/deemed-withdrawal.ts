import { isAfter } from './dates.js';
import type { ClockHistory } from './facts.js';
import { limitOf, type Reckoning } from './limit.js';
import { movedDay } from './roll.js';

/**
 * The history as it is when the person let the days for thinking pass in silence: it ended with the last of them, or
 * later where a closing is on record. Null when nothing of the kind happened.
 *
 * The last of them is moved to a working day where the law moves last days: nothing of a person's is dropped early.
 */
export function deemedWithdrawal(
  history: ClockHistory,
  reckoning: Reckoning,
  asOf: Temporal.PlainDate | null,
): ClockHistory | null {
  const { rules, standstills } = reckoning;
  if ('ceiling' in rules.answer || !standstills.some(({ effect }) => effect === 'reflect')) return null;
  const seen = history.closing?.on ?? asOf;
  for (const { effect, to, answered, source } of limitOf(rules.answer, reckoning).pauses) {
    const lastDay = movedDay(to, reckoning);
    const silentUntil = answered ?? seen;
    if (effect === 'reflect' && silentUntil && isAfter(silentUntil, lastDay)) {
      const deemed = { by: source, on: lastDay };
      // What was recorded did happen: an answer that came all the same closed the request.
      if (history.closing) return { ...history, closing: { ...history.closing, deemed } };
      return {
        received: history.received,
        events: history.events.filter(({ on }) => !isAfter(on, lastDay)),
        closing: { by: 'withdrawn', on: lastDay, deemed },
      };
    }
  }
  return null;
}
