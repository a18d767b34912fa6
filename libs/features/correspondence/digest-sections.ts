import { Injectable } from '@nestjs/common';
import { previousWorkingDay } from '#domain/clock/calendar';
import { DIGEST_SECTIONS, type DigestSection } from '#letters/letter-parameters';
import { Database } from '#persistence/database';
import { morningOf } from '#persistence/effect-rows';
import { HANDLES_REQUESTS } from '#persistence/staff-rows';
import type { Counting } from '#domain/request/standing';
import type { CivilDate } from '#domain/time-source';
import type { StaffRole } from '#domain/request/actor';
import type { StaffRecipient } from './staff-mail.js';

/** A mail that names more than this is not read; the rest is counted. */
const NAMED = 10;
const SOON_DAYS = 7;

export interface DigestReader extends StaffRecipient {
  readonly role: StaffRole;
}

interface Row {
  readonly about: DigestSection['about'];
  readonly reference: string;
  readonly on: CivilDate;
  readonly count: number;
}

/**
 * `mine`: what the reader has, and what nobody has who handles requests. A request stands in the first section that it fits.
 */
const SECTIONS = `
  with mine as (
    select *, next_action_by = 'officer' or next_action_by = 'approver' and $2 = 'approver' as my_turn
    from subject_request as request
    where closed_on is null and (assignee = $1 or next_action_by = 'approver' and $2 = 'approver' or not exists (
      select from staff_user where staff_user.id = request.assignee and ${HANDLES_REQUESTS}))
  ), told as (
    select reference, section.about, section.day
    from mine cross join lateral (
      select * from (values
        (1, 'overdue', due_on, due_on < $3::date),
        (2, 'due_soon', due_on, due_on <= $3::date + $4::int),
        (3, 'findings', next_action_on, next_action = 'settle_finding'),
        (4, 'waiting', next_action_on, my_turn),
        (5, 'new', received_on, received_at >= $5),
        (6, 'paused_long', paused_since, paused_since < $3::date - $6::int)
      ) as section (place, about, day, fits)
      where fits order by place limit 1) as section
  ), placed as (
    select about, reference, day::text as on, count(*) over (partition by about)::int as count,
      row_number() over (partition by about order by day, reference) as place
    from told
  )
  select about, reference, "on", count from placed where place <= $7 order by about, place`;

/** What an officer should know in the morning: counts and references, nobody's name. */
@Injectable()
export class DigestSections {
  constructor(private readonly database: Database) {}

  /** Sections that have something in them, in the order in which they are told. */
  async of(
    { id, role }: DigestReader,
    { calendar, settings, today }: Counting,
    timeZone: string,
    linkTo: (reference: string) => string,
  ): Promise<readonly DigestSection[]> {
    const { digestHour, pausedDays } = settings.reminders;
    const lastDigest = morningOf(previousWorkingDay(today.subtract({ days: 1 }), calendar), timeZone, digestHour);
    const rows = await this.database.query<Row>(SECTIONS, [
      id,
      role,
      today.toString(),
      SOON_DAYS,
      lastDigest,
      pausedDays,
      NAMED,
    ]);
    const sections = Map.groupBy(rows, ({ about }) => about);
    return DIGEST_SECTIONS.flatMap((about) => {
      const named = sections.get(about) ?? [];
      const [first] = named;
      if (first === undefined) return [];
      const requests = named.map(({ reference, on }) => ({ reference, on, link: linkTo(reference) }));
      return [{ about, count: first.count, requests, more: first.count - named.length }];
    });
  }
}
