import { Migration } from '@mikro-orm/migrations';

/** The organisation's own settings of the clock, and by what each request was counted last. */
export class ClockSettingsAndCounting extends Migration {
  override readonly name = '2026-11-23-clock-settings';

  override up(): void {
    this.addSql(SETTINGS);
    this.addSql(COUNTING);
  }
}

/** Every version stays, with who set it and when: the table is its own audit log. The newest one holds. */
const SETTINGS = `
create table clock_settings (
  controller_id uuid not null references controller,
  version int not null check (version > 0),
  settings jsonb not null,
  changed_by uuid not null references staff_user,
  changed_at timestamptz not null,
  primary key (controller_id, version)
);
create trigger clock_settings_append_only before update or delete or truncate on clock_settings
  for each statement execute function artikla.refuse_change();
`;

/**
 * A worker of the version before leaves the column as it is; the next look at what is counted by older rules finds it.
 * Compared byte by byte, so that the version of the rules, which it begins with, comes first in its order.
 */
const COUNTING = `
alter table subject_request add column counted_by text collate "C" not null default '';
create index subject_request_counted_by on subject_request (controller_id, counted_by, id) where closed_on is null;
`;
