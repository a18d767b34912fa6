import { Migration } from '@mikro-orm/migrations';

/** How far the database's own clock has come, and the times it jumped. */
export class Watermark extends Migration {
  override readonly name = '2026-11-27-watermark';

  override up(): void {
    this.addSql(WATERMARK);
    this.addSql(JUMPS);
  }
}

/** `mark`: the latest time that the clock was seen at while nothing was wrong with it. It has nothing to do with `time_shift`. */
const WATERMARK = `
create table artikla.clock_watermark (
  one boolean primary key default true check (one),
  mark timestamptz not null
);
insert into artikla.clock_watermark (mark) values (clock_timestamp());
`;

/** At most one jump is open: while it is, nothing irreversible is done. `ended_by` is null where the clock came back. */
const JUMPS = `
create table artikla.clock_jump (
  id bigint generated always as identity primary key,
  direction text not null check (direction in ('behind', 'ahead')),
  expected timestamptz not null,
  seen timestamptz not null,
  noticed_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  ended_by text
);
create unique index clock_jump_open on artikla.clock_jump ((true)) where ended_at is null;
`;
