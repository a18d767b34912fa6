import { Migration } from '@mikro-orm/migrations';

/** What staff arrange around the worklist, and who took rows out of it. A process of the version before knows none of it. */
export class QueueDesk extends Migration {
  override readonly name = '2026-11-27-queue-desk';

  override up(): void {
    this.addSql(VIEWS);
    this.addSql(PREFERENCES);
    this.addSql(EXPORTS);
  }
}

/** The name is in somebody's own words and so sealed; `query` is filters and order as in an address, nothing of a person. */
const VIEWS = `
create table saved_view (
  id uuid primary key,
  made_by uuid not null references staff_user,
  name_sealed bytea not null,
  shared boolean not null,
  query text not null,
  made_at timestamptz not null
);
create index saved_view_maker on saved_view (made_by);
create index saved_view_shared on saved_view (id) where shared;
`;

const PREFERENCES = `
create table staff_preference (
  user_id uuid primary key references staff_user,
  preferences jsonb not null
);
`;

/** Every list that left the desk as a file: whose rows, by which filters, and how many. `rows` is null while it is written. */
const EXPORTS = `
create table queue_export (
  id uuid primary key,
  exported_by uuid not null references staff_user,
  exported_at timestamptz not null,
  query text not null,
  searched boolean not null,
  rows int
);
`;
