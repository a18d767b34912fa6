import { Migration } from '@mikro-orm/migrations';

/**
 * What keeps a desk with a million open requests as quick as a small one. A process of the version before knows none of it
 * and goes on as it did; only its look for missing reminders, every quarter of an hour, takes some seconds.
 */
export class Scale extends Migration {
  override readonly name = '2026-11-27-scale';

  override up(): void {
    this.addSql(WATCH);
    this.addSql(INDEXES);
  }
}

/** One row: how far the round over all open requests has come, and when it was looked last, in real time. */
const WATCH = `
create table reminder_watch (
  sole boolean primary key default true check (sole),
  received_on date not null,
  id uuid not null,
  looked_at timestamptz not null default clock_timestamp()
);
`;

/**
 * For the worklist: what is due on one day, and what is paused, by the dates that it is sorted by. For the morning digest:
 * findings, whose turn it is with all that is asked of it, and what arrived since the last one. Five that only the watch
 * over reminders used go, because every step of a request would be written into them.
 */
const INDEXES = `
create index if not exists subject_request_due_next on subject_request (due_on, next_action_on, id)
  where closed_on is null and due_on is not null;
create index if not exists subject_request_due_received on subject_request (due_on, received_on, id)
  where closed_on is null and due_on is not null;
create index if not exists subject_request_paused_due on subject_request (due_on, id)
  where closed_on is null and paused_since is not null;
create index if not exists subject_request_paused_next on subject_request (next_action_on, id)
  where closed_on is null and paused_since is not null;
create index if not exists subject_request_findings on subject_request (next_action_on, id)
  where closed_on is null and next_action = 'settle_finding';
create index if not exists subject_request_turn on subject_request (next_action_by, next_action_on, id)
  include (due_on, next_action, assignee) where closed_on is null;
create index if not exists subject_request_arrived on subject_request using brin (received_at);
drop index if exists subject_request_whose_turn;
drop index if exists subject_request_remind_due;
drop index if exists subject_request_extension_notice;
drop index if exists subject_request_refusal_notice;
drop index if exists subject_request_acknowledge;
drop index if exists subject_request_undated;
`;
