import type { QueueView } from '#contracts/queue';

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

/**
 * The due dates of a view that has few. Where it is sorted by another date, it is walked once for each of them: along the
 * other date alone one would walk past all that is due on other days.
 */
export const DUE_DAYS: Partial<Record<QueueView, string>> = {
  due_in_7_days: `(select generate_series($2::date, $2::date + ${DAYS_AHEAD}, interval '1 day')::date)`,
  overdue: PAST_DUE_DAYS,
};

/**
 * What each view of the worklist holds, as SQL over `subject_request`. `$1` is the reader's id, `$2` today where the
 * controller is.
 */
export const VIEW_CONDITIONS = {
  mine: 'closed_on is null and assignee = $1::uuid',
  due_in_7_days: `closed_on is null and due_on between $2::date and $2::date + ${DAYS_AHEAD}`,
  overdue: 'closed_on is null and due_on < $2::date',
  unassigned: 'closed_on is null and assignee is null',
  four_eyes: `closed_on is null and next_action_by = 'approver'`,
  waiting_for_person: `closed_on is null and next_action_by = 'person'`,
  paused: 'closed_on is null and paused_since is not null',
  all_open: 'closed_on is null',
  closed: 'closed_on is not null',
} as const satisfies Record<QueueView, string>;
