import { Injectable } from '@nestjs/common';
import { civilDateOf } from '#domain/time-source';
import { Database } from '#persistence/database';
import { DatabaseTime } from '#persistence/database-time';
import { Organisation } from '#persistence/organisation';
import { forecastOf, FORECAST_WEEKS, PACE_WEEKS } from './forecast.js';
import {
  histogramOf,
  identityFigures,
  outcomeFigures,
  punctualityFigures,
  receivedFigures,
  timeFigures,
} from './report-figures.js';
import {
  countAnswered,
  countDelays,
  countDue,
  countDueWeeks,
  countEndings,
  countReceived,
  countStanding,
} from './report-rows.js';
import type { ReportPage, ReportQuery } from '#contracts/reports';

/** The figures of a period, counted in the database when they are asked for. They hold no personal data. */
@Injectable()
export class ReportReader {
  constructor(
    private readonly database: Database,
    private readonly organisation: Organisation,
    private readonly time: DatabaseTime,
  ) {}

  async page({ from, to }: ReportQuery): Promise<ReportPage> {
    const [{ timeZone, profile }, now] = await Promise.all([this.organisation.controller(), this.time.now()]);
    const date = civilDateOf(now, timeZone);
    const today = date.toString();
    const period = { from, to, today };
    const since = date.subtract({ weeks: PACE_WEEKS }).toString();
    // One after the other, so that a report never takes more than one connection from whoever works at the desk.
    const due = await countDue(this.database, period);
    const received = await countReceived(this.database, period);
    const answered = await countAnswered(this.database, period);
    const endings = await countEndings(this.database, period);
    const delays = await countDelays(this.database, period);
    const standing = await countStanding(this.database, today, since);
    const weeks = await countDueWeeks(this.database, today, FORECAST_WEEKS);
    return {
      ...period,
      goal: profile.onTimeGoal ?? null,
      now: {
        open: standing.open,
        paused: standing.paused,
        overdue: standing.overdue,
        longestLate: standing.longest_late,
      },
      ...punctualityFigures(due),
      received: receivedFigures(received),
      times: timeFigures(answered),
      histogram: histogramOf(answered),
      outcomes: outcomeFigures(endings),
      identity: identityFigures(endings),
      delays: [...delays],
      forecast: forecastOf({
        today: date,
        answered: standing.answered_lately,
        overdue: standing.overdue,
        dueInWeek: new Map(weeks.map(({ week, requests }) => [week, requests])),
      }),
    };
  }
}
