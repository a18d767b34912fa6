import { Migration } from '@mikro-orm/migrations';

/** What an organisation sets about itself, who set it when, and how far its setting up has come. */
export class Settings extends Migration {
  override readonly name = '2026-11-27-settings';

  override up(): void {
    this.addSql(VERSIONS);
    this.addSql(REGISTERS);
    this.addSql(STAFF);
    this.addSql(SET_UP);
  }
}

/**
 * Every version of every part stays: the table is its own audit log, and the newest version holds. Version 0 is how a part
 * was before anybody changed it.
 */
const VERSIONS = `
create table setting_version (
  controller_id uuid not null references controller,
  part text not null,
  version int not null check (version >= 0),
  content jsonb not null,
  changed_by uuid references staff_user,
  changed_at timestamptz not null,
  primary key (controller_id, part, version),
  check (version = 0 or changed_by is not null)
);
create trigger setting_version_append_only before update or delete or truncate on setting_version
  for each statement execute function artikla.refuse_change();
`;

/** A register that is retired gets no new tasks; requests that have it in their scope go on with it. */
const REGISTERS = `
alter table register add column retired_at timestamptz;
alter table register add column checked_at timestamptz;
alter table register add column check_result text;
`;

/** Null until somebody signs in under this release. */
const STAFF = `
alter table staff_user add column last_sign_in_at timestamptz;
create table staff_change (
  id bigint generated always as identity primary key,
  user_id uuid not null references staff_user,
  what text not null,
  role text,
  changed_by uuid references staff_user,
  changed_at timestamptz not null
);
create index staff_change_user on staff_change (user_id, id desc);
create trigger staff_change_append_only before update or delete or truncate on staff_change
  for each statement execute function artikla.refuse_change();
`;

/** One row while a desk is being set up; a desk without one was set up in another way. */
const SET_UP = `
create table desk_set_up (
  controller_id uuid primary key references controller,
  token_hash bytea,
  skipped text[] not null default '{}',
  mail_tested_at timestamptz,
  test_request_id uuid references subject_request,
  begun_at timestamptz not null,
  finished_at timestamptz
);
`;
