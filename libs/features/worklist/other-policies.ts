import { countOf } from '#domain/request/standing';
import type { ClockView } from '#contracts/clock-view';
import type { Standing } from '#domain/request/standing';
import type { SubjectRequest } from '#domain/request/state';
import type { ClockReading } from '#persistence/desk-clock';

/** The due date under other readings of which days are holidays, where it is another than the one in force. */
export const otherPolicies = (
  state: SubjectRequest,
  { deadlines: { due, closing } }: Standing,
  reading: ClockReading,
): ClockView['otherPolicies'] => {
  if (due === null || closing !== null) return [];
  const { today } = reading.in(state);
  return reading.others(state.country).flatMap(({ policy, calendar }) => {
    const other = countOf(state, calendar)(today).due;
    return other === null || other.equals(due) ? [] : [{ policy, due: other.toString() }];
  });
};
