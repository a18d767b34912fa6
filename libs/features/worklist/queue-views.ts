import { COUNTED_UP_TO } from '#contracts/counted-up-to';
import type { QueueView } from '#contracts/queue';
import { mayBeApprovedBy } from '#persistence/approval-rows';

/** From how many days before its statutory date a request is in `due_in_7_days`. */
const DAYS_AHEAD = 7;

/** From each due date that is past and open to the next, by one step in the index. */
const PAST_DUE_DAYS = `(
  with recursive past (due_day) as (
    select min(due_on) from subject_request where closed_on is null and due_on < $2::date
    union all
    select (select min(due_on) from subject_request
            where closed_on is null and due_on > past.due_day and due_on < $2::date)
    from past where due_day is not null
  ) select due_day from past where due_day is not null)`;

/** Part of a view: for each row of `of`, the requests that fit it, each part by an index of its own. */
export interface ViewPart {
  readonly of: string;
  readonly fits: string;
  /** The few that are looked through, where walking along the order could pass everybody's; else the whole table. */
  readonly among?: string;
}

/**
 * The due dates of a view that has few. Where it is sorted by another date, it is walked once for each of them: along the
 * other date alone one would walk past all that is due on other days.
 */
export const DUE_DAYS: Partial<Record<QueueView, readonly ViewPart[]>> = {
  due_in_7_days: [
    {
      of: `(select generate_series($2::date, $2::date + ${DAYS_AHEAD}, interval '1 day')::date) as days (due_day)`,
      fits: 'due_on = due_day',
    },
  ],
  overdue: [{ of: `${PAST_DUE_DAYS} as days (due_day)`, fits: 'due_on = due_day' }],
};

/**
 * Views that hold their parts and no more. What others wait for from the reader: the next step of requests that are theirs
 * or of those they stand in for, and of an approver what is to be looked at by a second one, but for what they had a hand in
 * themselves.
 */
export const VIEW_PARTS: Partial<Record<QueueView, readonly ViewPart[]>> = {
  wait_for_me: [
    {
      of: 'unnest(artikla.desks_of($1::uuid, $2::date)) as desks (desk)',
      among: '(select * from subject_request where closed_on is null and assignee = desk offset 0) as subject_request',
      fits: `next_action_by = 'officer'`,
    },
    {
      of: `(select from staff_user where id = $1::uuid and role = 'approver') as approver`,
      fits: `next_action_by = 'approver' and (next_action <> 'approve' or ${mayBeApprovedBy('$1::uuid')})`,
    },
  ],
};

/** Rows of a view part by part: `rows` tells which ones, of a source that fit a condition. */
export const eachPart = (
  parts: readonly ViewPart[],
  source: string,
  rows: (source: string, condition: string) => string,
): string =>
  parts
    .map(({ of, fits, among = source }) => `select one.* from ${of} cross join lateral (${rows(among, fits)}) as one`)
    .join(' union all ');

/**
 * What each view of the worklist holds, as SQL over `subject_request`, within its parts if it has any. `$1` is the reader's
 * id, `$2` today where the controller is.
 */
export const VIEW_CONDITIONS = {
  mine: 'closed_on is null and assignee = $1::uuid',
  wait_for_me: 'closed_on is null',
  due_in_7_days: `closed_on is null and due_on between $2::date and $2::date + ${DAYS_AHEAD}`,
  overdue: 'closed_on is null and due_on < $2::date',
  unassigned: 'closed_on is null and assignee is null',
  four_eyes: `closed_on is null and next_action_by = 'approver'`,
  waiting_for_person: `closed_on is null and next_action_by = 'person'`,
  paused: 'closed_on is null and paused_since is not null',
  all_open: 'closed_on is null',
  closed: 'closed_on is not null',
} as const satisfies Record<QueueView, string>;

/** How many rows there are on a condition, within the parts if there are any. Stops at `COUNTED_UP_TO`. */
export const countOf = (condition: string, parts: readonly ViewPart[] | null): string => {
  const table = 'subject_request';
  const rows = (source: string, fits: string) =>
    `select from ${source} where ${fits} and ${condition} limit ${COUNTED_UP_TO}`;
  const within = parts === null ? rows(table, 'true') : eachPart(parts, table, rows);
  return `(select count(*)::int from (select from (${within}) as rows limit ${COUNTED_UP_TO}) counted)`;
};
