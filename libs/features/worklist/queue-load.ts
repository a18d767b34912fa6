import { Injectable } from '@nestjs/common';
import { COUNTED_UP_TO } from '#contracts/counted-up-to';
import { isWorkingDay } from '#domain/clock/calendar';
import { Database } from '#persistence/database';
import { DeskClock } from '#persistence/desk-clock';
import { Organisation } from '#persistence/organisation';
import type { LoadQuery, QueueLoad } from '#contracts/queue-load';
import type { StaffMember } from '#contracts/staff-access';

/** Five weeks: no running month reaches further. */
const DAYS = 35;

const counted = (condition: string): string =>
  `(select count(*)::int from (select from subject_request where ${condition} limit ${COUNTED_UP_TO}) counted)`;

const DAYS_FROM = `generate_series($1::date, $1::date + ${DAYS - 1}, interval '1 day') as day`;

/**
 * Of everyone each day is counted on its own along the index of due dates, and no further than a count goes. What one
 * person has, with those they stand in for, is little enough to be looked through once.
 */
const SQL: Readonly<Record<LoadQuery['of'], { readonly whose: string; readonly days: string }>> = {
  everyone: {
    whose: 'closed_on is null and $2::uuid is not null',
    days: `select day::date::text as date, ${counted('closed_on is null and $2::uuid is not null and due_on = day::date')} as due
      from ${DAYS_FROM} order by day`,
  },
  me: {
    whose: 'closed_on is null and assignee = any (artikla.desks_of($2::uuid, $1::date))',
    days: `select day::date::text as date, least(coalesce(own.due, 0), ${COUNTED_UP_TO})::int as due from ${DAYS_FROM}
      left join (select due_on, count(*) as due from subject_request where closed_on is null and assignee = any (artikla.desks_of($2::uuid, $1::date))
        group by due_on) own on own.due_on = day::date
      order by day`,
  },
};

/** What is due when. */
@Injectable()
export class QueueLoadReader {
  constructor(
    private readonly database: Database,
    private readonly organisation: Organisation,
    private readonly clock: DeskClock,
  ) {}

  async read({ of }: LoadQuery, reader: StaffMember): Promise<QueueLoad> {
    const [controller, reading] = await Promise.all([this.organisation.controller(), this.clock.read()]);
    const { today, calendar } = reading.in(controller);
    const values = [today.toString(), reader.id];
    const [rows, [around]] = await Promise.all([
      this.database.query<{ date: string; due: number }>(SQL[of].days, values),
      this.database.query<{ overdue: number; paused: number }>(
        `select ${counted(`${SQL[of].whose} and due_on < $1::date`)} as overdue,
           ${counted(`${SQL[of].whose} and paused_since is not null and $1::date is not null`)} as paused`,
        values,
      ),
    ]);
    const days = rows.map(({ date, due }) => {
      const day = Temporal.PlainDate.from(date);
      const holiday = calendar.isPublicHoliday(day) ? (calendar.holidayName?.(day) ?? null) : null;
      return { date, due, working: isWorkingDay(day, calendar), holiday };
    });
    return { overdue: around?.overdue ?? 0, paused: around?.paused ?? 0, days };
  }
}
