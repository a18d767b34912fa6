import { Migration } from '@mikro-orm/migrations';

/**
 * Who had a hand in what waits for approval, so that its approval waits for somebody else: ids of staff as a JSON array. Null
 * where nothing waits for approval, and until a request moves that a process of the version before wrote: its handler is
 * taken for whoever decided.
 */
export class MayNotApprove extends Migration {
  override readonly name = '2026-11-29-may-not-approve';

  override up(): void {
    this.addSql('alter table subject_request add column if not exists may_not_approve jsonb;');
  }
}
