import { Migration } from '@mikro-orm/migrations';

/**
 * What the result of a command needs to be written by one statement. A worker of the release before leaves the mark of
 * the reminders as it is, which makes it worth nothing: it tells the version that it is of.
 */
export class OneStatement extends Migration {
  override readonly name = '2026-11-27-one-statement';

  override up(): void {
    this.addSql(`
alter table subject_request add column reminders_mark text;
alter table subject_request set (fillfactor = 80);
create function artikla.lose_lease() returns void language plpgsql
  as $$ begin raise exception 'the lease of this effect was lost' using errcode = 'AR001'; end $$;
`);
  }
}
