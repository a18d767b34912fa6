import { Migration } from '@mikro-orm/migrations';

/** The last day for confirming a receipt that no mail has confirmed; a worker of the version before leaves it empty. */
export class Acknowledgements extends Migration {
  override readonly name = '2026-11-25-acknowledgements';

  override up(): void {
    this.addSql(`
alter table subject_request add column acknowledge_on date;
create index subject_request_acknowledge on subject_request (acknowledge_on, id)
  where closed_on is null and acknowledge_on is not null;
`);
  }
}
