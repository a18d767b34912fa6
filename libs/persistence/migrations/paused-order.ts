import { Migration } from '@mikro-orm/migrations';

/** What is paused in the order of receipt, for the worklist; only what is paused is written into it. */
export class PausedOrder extends Migration {
  override readonly name = '2026-11-27-paused-order';

  override up(): void {
    this.addSql(`
create index if not exists subject_request_paused_received on subject_request (received_on, id)
  where closed_on is null and paused_since is not null;
`);
  }
}
