import { Migration } from '@mikro-orm/migrations';

/** What the watch over reminders looks by, work that belongs to no request, and the calendar feeds of officers. */
export class Reminders extends Migration {
  override readonly name = '2026-11-24-reminders';

  override up(): void {
    this.addSql(LIMITS);
    this.addSql(EFFECTS);
    this.addSql(CALENDAR_FEED);
  }
}

/** A worker of the version before leaves the columns as they are; the watch then has the request projected anew. */
const LIMITS = `
alter table subject_request
  add column remind_due_on date,
  add column extension_notice_on date,
  add column refusal_notice_on date;
create index subject_request_remind_due on subject_request (remind_due_on, id) where closed_on is null;
create index subject_request_extension_notice on subject_request (extension_notice_on, id)
  where closed_on is null and extension_notice_on is not null;
create index subject_request_refusal_notice on subject_request (refusal_notice_on, id)
  where closed_on is null and refusal_notice_on is not null;
create index subject_request_undated on subject_request (id) where closed_on is null and remind_due_on is null;
`;

const EFFECTS = `
create index effect_reminders on effect (request_id) where kind = 'remind';
create index effect_of_desk on effect (due_at) where request_id is null;
`;

/** One feed per officer; who has the address reads it, so only its hash is kept. */
const CALENDAR_FEED = `
create table calendar_feed (
  user_id uuid primary key references staff_user,
  token_hash bytea not null unique,
  created_at timestamptz not null
);
`;
