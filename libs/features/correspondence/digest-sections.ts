import { Injectable } from '@nestjs/common';
import { COUNTED_UP_TO } from '#contracts/counted-up-to';
import { previousWorkingDay } from '#domain/clock/calendar';
import { DIGEST_SECTIONS, type DigestSection } from '#letters/letter-parameters';
import { mayBeApprovedBy } from '#persistence/approval-rows';
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
  readonly reference: string;
  readonly on: CivilDate;
  readonly count: number;
}

/** What a section holds, as SQL over `subject_request`, and the date that it is sorted by: each walks along one index. */
interface SectionRule {
  readonly day: string;
  readonly fits: string;
  /** Several values that fit, each of which the index has in order: walked one by one, with the condition for one. */
  readonly each?: { readonly of: string; readonly fits: string };
}

/** Whether the reader can take the next step: approve not what they had a hand in themselves. `$8` is the reader. */
const CAN_TAKE = `(next_action <> 'approve' or ${mayBeApprovedBy('$8::uuid')})`;

const SECTION_RULES: Readonly<Record<DigestSection['about'], SectionRule>> = {
  overdue: { day: 'due_on', fits: 'due_on < $3::date' },
  due_soon: { day: 'due_on', fits: 'due_on between $3::date and $3::date + $4::int' },
  findings: { day: 'next_action_on', fits: `next_action = 'settle_finding'` },
  waiting: {
    day: 'next_action_on',
    fits: `next_action_by = any ($2::text[]) and ${CAN_TAKE}`,
    each: { of: 'unnest($2::text[]) as turn (whose)', fits: `next_action_by = turn.whose and ${CAN_TAKE}` },
  },
  new: { day: 'received_on', fits: 'received_on >= $7::date and received_at >= $5::timestamptz' },
  paused_long: { day: 'paused_since', fits: 'paused_since < $3::date - $6::int' },
};

/** What is the reader's: all but what another has who handles requests. `$1` are those others, `$2` whose turn is theirs. */
const MINE = `(assignee is null or assignee <> all ($1::uuid[])
  or next_action_by = 'approver' and 'approver' = any ($2::text[]) and ${CAN_TAKE})`;

/** Names the types of values that not every section uses, which PostgreSQL asks for. */
const TYPED = '($3::date, $4::int, $5::timestamptz, $6::int, $7::date, $8::uuid) is not null';

/** A request stands in the first section that it fits. Stops counting at `COUNTED_UP_TO`. */
const sectionSql = (about: DigestSection['about']): string => {
  const { day, fits, each } = SECTION_RULES[about];
  const earlier = DIGEST_SECTIONS.slice(0, DIGEST_SECTIONS.indexOf(about));
  const elsewhere = earlier.map((one) => `and (${SECTION_RULES[one].fits}) is not true`).join(' ');
  const walk = (condition: string) => `select id, ${day} as day from subject_request
    where closed_on is null and ${condition} ${elsewhere} and ${MINE} and ${TYPED}
    order by ${day}, id limit ${COUNTED_UP_TO}`;
  const told =
    each === undefined
      ? walk(fits)
      : `select one.* from ${each.of} cross join lateral (${walk(each.fits)}) as one order by day, id limit ${COUNTED_UP_TO}`;
  return `
  with told as materialized (${told})
  select reference, day::text as on, (select count(*)::int from told) as count
  from (select * from told order by day, id limit ${NAMED}) as named join subject_request using (id) order by day, id`;
};

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
    const lastDay = previousWorkingDay(today.subtract({ days: 1 }), calendar);
    const lastDigest = morningOf(lastDay, timeZone, digestHour);
    const others = await this.#othersThan(id, today);
    const turns = role === 'approver' ? ['officer', 'approver'] : ['officer'];
    const values = [others, turns, today.toString(), SOON_DAYS, lastDigest, pausedDays, lastDay.toString(), id];
    const sections: DigestSection[] = [];
    for (const about of DIGEST_SECTIONS) {
      const named = await this.database.query<Row>(sectionSql(about), values);
      const [first] = named;
      if (first === undefined) continue;
      const requests = named.map(({ reference, on }) => ({ reference, on, link: linkTo(reference) }));
      const { count } = first;
      sections.push({ about, count, requests, more: count - named.length, atLeast: count === COUNTED_UP_TO });
    }
    return sections;
  }

  /** Everybody else who handles requests, but whom the reader stands in for. */
  async #othersThan(id: string, today: Temporal.PlainDate): Promise<readonly string[]> {
    const others = await this.database.query<{ id: string }>(
      `select id from staff_user where id <> all (artikla.desks_of($1, $2::date)) and ${HANDLES_REQUESTS}`,
      [id, today.toString()],
    );
    return others.map((other) => other.id);
  }
}
