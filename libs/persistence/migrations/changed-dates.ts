import { Migration } from '@mikro-orm/migrations';

/**
 * How often and when the dates of a request became others, which changed settings can bring about without an entry in its
 * ledger. A worker of the version before leaves both as they are.
 */
export class ChangedDates extends Migration {
  override readonly name = '2026-11-25-changed-dates';

  override up(): void {
    this.addSql(`
alter table subject_request
  add column dates_changed int not null default 0,
  add column dates_changed_at timestamptz;
`);
  }
}
