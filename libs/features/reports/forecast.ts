import type { ReportPage } from '#contracts/reports';

/** Weeks that are looked ahead: new requests are due a month after they come, so beyond that too much is still unknown. */
export const FORECAST_WEEKS = 5;

/** Weeks that the pace is measured over: long enough that one holiday week does not make it. */
export const PACE_WEEKS = 8;

interface Load {
  readonly today: Temporal.PlainDate;
  /** Requests answered in the last `PACE_WEEKS` weeks. */
  readonly answered: number;
  /** Open requests whose last day has passed. */
  readonly overdue: number;
  /** Open requests by the week ahead in which they are due, 0 the seven days from today. */
  readonly dueInWeek: ReadonlyMap<number, number>;
}

/**
 * What is due in the weeks ahead beside the pace of late: work is taken in the order of its last days, overdue work first,
 * as many requests a week as lately. `atRisk` is what is due by the end of a week and more than that pace answers by then.
 */
export const forecastOf = ({ today, answered, overdue, dueInWeek }: Load): ReportPage['forecast'] => {
  const perWeek = Math.round((answered / PACE_WEEKS) * 10) / 10;
  let dueByThen = overdue;
  const weeks = Array.from({ length: FORECAST_WEEKS }, (_, week) => {
    const due = dueInWeek.get(week) ?? 0;
    dueByThen += due;
    const answeredByThen = Math.floor(perWeek * (week + 1));
    return { from: today.add({ weeks: week }).toString(), due, atRisk: Math.max(0, dueByThen - answeredByThen) };
  });
  return { perWeek, measuredWeeks: PACE_WEEKS, overdue, weeks };
};
