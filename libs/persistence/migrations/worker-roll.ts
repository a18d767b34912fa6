import { Migration } from '@mikro-orm/migrations';

/** The workers that are there, each by its machine and process. In the database's own time. */
export class WorkerRoll extends Migration {
  override readonly name = '2026-11-27-worker-roll';

  override up(): void {
    this.addSql(`
create table artikla.worker_seen (
  name text primary key,
  started_at timestamptz not null,
  seen_at timestamptz not null
);
`);
  }
}
