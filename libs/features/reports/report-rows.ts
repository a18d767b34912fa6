import type { Channel, DelayReason } from '#domain/request/vocabulary';
import type { IdentityLevel } from '#domain/law/identity';
import type { Right } from '#domain/law/rights';
import type { Stage } from '#domain/request/stages';
import type { SqlSession } from '#persistence/database';

/** Dates that a report is counted between, both included, and the day it is made on. */
export interface Period {
  readonly from: string;
  readonly to: string;
  readonly today: string;
}

/** Written once per day and not once per request: writing months takes longer than counting. */
const MONTH = (date: string): string => `to_char(${date}, 'YYYY-MM')`;

export interface DueRow {
  readonly month: string;
  readonly on_time: number;
  readonly late: number;
  readonly ended: number;
  readonly overdue: number;
  readonly open: number;
}

/** Requests by the month of their last day. Those whose clock stands still have none. */
export const countDue = (session: SqlSession, { from, to, today }: Period): Promise<DueRow[]> =>
  session.query<DueRow>(
    `select ${MONTH('day')} as month, sum(on_time)::int as on_time, sum(late)::int as late, sum(ended)::int as ended,
       sum(overdue)::int as overdue, sum(open)::int as open
     from (
       select due_on as day, count(*) filter (where answered and closed_on <= due_on) as on_time,
         count(*) filter (where answered and closed_on > due_on) as late, count(*) filter (where not answered) as ended,
         0 as overdue, 0 as open
       from subject_request where closed_on is not null and due_on between $1 and $2 group by due_on
       union all
       select due_on, 0, 0, 0, count(*) filter (where due_on < $3), count(*) filter (where due_on >= $3)
       from subject_request where closed_on is null and due_on between $1 and $2 group by due_on
     ) counted group by 1 order by 1`,
    [from, to, today],
  );

export interface ReceivedRow {
  readonly month: string;
  readonly channel: Channel;
  readonly rights: readonly Right[];
  readonly requests: number;
}

/** Requests by the month of their receipt, their channel and their rights together. */
export const countReceived = (session: SqlSession, { from, to }: Period): Promise<ReceivedRow[]> =>
  session.query<ReceivedRow>(
    `select ${MONTH('day')} as month, channel, rights, sum(requests)::int as requests from (
       select received_on as day, channel, rights, count(*) as requests from subject_request
       where closed_on is not null and received_on between $1 and $2 group by 1, 2, 3
       union all
       select received_on, channel, rights, count(*) from subject_request
       where closed_on is null and received_on between $1 and $2 group by 1, 2, 3
     ) counted group by 1, 2, 3 order by 1`,
    [from, to],
  );

export interface AnsweredRow {
  readonly days: number;
  readonly extended: boolean;
  readonly paused: boolean;
  /** Null where the law gave no last day. */
  readonly in_time: boolean | null;
  readonly requests: number;
}

/** What was answered in the period, by the calendar days it took and by what held the clock. */
export const countAnswered = (session: SqlSession, { from, to }: Period): Promise<AnsweredRow[]> =>
  session.query<AnsweredRow>(
    `select closed_on - received_on as days, was_extended as extended, was_paused as paused,
       closed_on <= due_on as in_time, count(*)::int as requests
     from subject_request where closed_on is not null and closed_on between $1 and $2 and answered group by 1, 2, 3, 4`,
    [from, to],
  );

export interface EndedRow {
  readonly rights: readonly Right[];
  readonly endings: readonly (string | null)[];
  readonly identity: IdentityLevel;
  readonly requests: number;
}

/** How the rights of requests that were closed in the period ended, and how sure the desk was of the person. */
export const countEndings = (session: SqlSession, { from, to }: Period): Promise<EndedRow[]> =>
  session.query<EndedRow>(
    `select rights, endings, coalesce(identity, 'V0') as identity, count(*)::int as requests from subject_request
     where closed_on is not null and closed_on between $1 and $2 group by 1, 2, 3`,
    [from, to],
  );

export interface DelayRow {
  readonly reason: DelayReason | null;
  readonly step: Stage;
  readonly requests: number;
}

/**
 * Late and overdue requests of the period. The reason is the latest that staff have recorded; the step is where the request
 * had come when its last day ended, none for one that was registered after it.
 */
export const countDelays = (session: SqlSession, { from, to, today }: Period): Promise<DelayRow[]> =>
  session.query<DelayRow>(
    `select reason, coalesce(stage_in_time, 'intake') as step, count(*)::int as requests
     from (
       select id, stage_in_time from subject_request
       where closed_on is not null and answered and closed_on > due_on and due_on between $1 and $2
       union all
       select id, coalesce(stage_in_time, stage) from subject_request
       where closed_on is null and due_on between $1 and $2 and due_on < $3
     ) late
     left join lateral (
       select data::jsonb ->> 'reason' as reason from ledger_entry
       where request_id = late.id and type = 'delayExplained' order by seq desc limit 1) explained on true
     group by 1, 2 order by 3 desc, 1, 2`,
    [from, to, today],
  );

export interface StandingRow {
  readonly open: number;
  readonly paused: number;
  readonly overdue: number;
  readonly longest_late: number | null;
  readonly answered_lately: number;
}

/** How the desk stands today, and what it has answered since `since`. */
export const countStanding = async (session: SqlSession, today: string, since: string): Promise<StandingRow> => {
  const [row] = await session.query<StandingRow>(
    `select (select count(*)::int from subject_request where closed_on is null) as open,
       (select count(*)::int from subject_request where closed_on is null and paused_since is not null) as paused,
       (select count(*)::int from subject_request where closed_on is null and due_on < $1) as overdue,
       (select $1::date - min(due_on) from subject_request where closed_on is null and due_on < $1) as longest_late,
       (select count(*)::int from subject_request
        where closed_on is not null and closed_on > $2 and closed_on <= $1 and answered) as answered_lately`,
    [today, since],
  );
  if (row === undefined) throw new Error('a count without a row');
  return row;
};

export interface DueWeekRow {
  readonly week: number;
  readonly requests: number;
}

/** Open requests by the week ahead in which they are due, 0 the seven days from today. */
export const countDueWeeks = (session: SqlSession, today: string, weeks: number): Promise<DueWeekRow[]> =>
  session.query<DueWeekRow>(
    `select (due_on - $1::date) / 7 as week, count(*)::int as requests from subject_request
     where closed_on is null and due_on >= $1::date and due_on < $1::date + $2::int * 7 group by 1`,
    [today, weeks],
  );
