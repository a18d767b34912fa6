import { Migration } from '@mikro-orm/migrations';

/** Who looks at what now, what staff were told, and who stands in for whom. A process of the version before knows none of it. */
export class Live extends Migration {
  override readonly name = '2026-11-27-live';

  override up(): void {
    this.addSql(PRESENCE);
    this.addSql(NOTICES);
    this.addSql(DEPUTIES);
    this.addSql('alter table staff_user add column single_keys boolean not null default true;');
  }
}

/**
 * Nothing here outlives half a minute, so it is not worth a line of the write-ahead log. No foreign key: checking one would
 * wait for whoever writes the request.
 */
const PRESENCE = `
create unlogged table presence (
  request_id uuid not null,
  user_id uuid not null,
  since timestamptz not null,
  seen_at timestamptz not null,
  primary key (request_id, user_id)
);
`;

/** What was mailed to a member of staff, for the console to show: kinds, dates and counts, nobody's name. */
const NOTICES = `
create table staff_notice (
  id bigint generated always as identity primary key,
  user_id uuid not null references staff_user,
  effect_id text not null,
  letter text not null,
  request_id uuid references subject_request,
  causes jsonb not null default '[]',
  at timestamptz not null,
  read_at timestamptz,
  unique (effect_id, user_id)
);
create index staff_notice_user on staff_notice (user_id, id desc);
create index staff_notice_unread on staff_notice (user_id, id desc) where read_at is null;
`;

/**
 * Every naming of a deputy stays, with who made it and when: the table is its own audit log. The newest one of somebody
 * holds; one without a deputy ended those before. The function tells whose requests are somebody's work on a day: their own
 * and those of the people they stand in for.
 */
const DEPUTIES = `
create table deputy_naming (
  absent_id uuid not null references staff_user,
  version int not null check (version > 0),
  deputy_id uuid references staff_user check (deputy_id <> absent_id),
  from_on date,
  to_on date check (to_on >= from_on),
  named_by uuid not null references staff_user,
  named_at timestamptz not null,
  primary key (absent_id, version),
  check ((deputy_id is null) = (from_on is null) and (deputy_id is null) = (to_on is null))
);
create trigger deputy_naming_append_only before update or delete or truncate on deputy_naming
  for each statement execute function artikla.refuse_change();

create function artikla.desks_of(reader uuid, today date) returns uuid[] language sql stable as $$
  select array_append(array(
    select absent_id from (
      select distinct on (absent_id) absent_id, deputy_id, from_on, to_on from deputy_naming
      order by absent_id, version desc) as newest
    where deputy_id = reader and today between from_on and to_on), reader)
$$;
`;
