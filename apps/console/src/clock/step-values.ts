import type { ClockStep } from '#contracts/clock-view';
import type { Language } from '#domain/language';
import type { CivilDate } from '#domain/time-source';

/** The values that the texts of a step speak of; the full text and the short one take the same. */
export const stepValues = (
  { from, to, params }: ClockStep,
  language: Language,
  formatDate: (date: CivilDate) => string,
): Readonly<Record<string, string | number>> => {
  const { length, days, reason, since, until, on, holidays } = params;
  return {
    from: formatDate(from),
    to: formatDate(to),
    ...(length !== undefined && { length }),
    ...(days !== undefined && { days }),
    ...(reason !== undefined && { reason }),
    ...(since !== undefined && { since: formatDate(since) }),
    ...(until !== undefined && { until: formatDate(until) }),
    ...(on !== undefined && { on: formatDate(on) }),
    ...(holidays !== undefined && { holidays: holidays.map((name) => name[language]).join(', ') }),
  };
};
