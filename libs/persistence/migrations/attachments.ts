import { Migration } from '@mikro-orm/migrations';

/** Files that came with a request or were added to it; their content lies sealed in storage, like that of documents. */
export class Attachments extends Migration {
  override readonly name = '2026-11-27-attachments';

  override up(): void {
    this.addSql(`
create table attachment (
  id uuid primary key,
  request_id uuid not null references subject_request,
  name_sealed bytea not null,
  media_type text not null,
  bytes int not null,
  sha256 bytea not null,
  storage_key text not null unique,
  created_at timestamptz not null
);
create index attachment_request on attachment (request_id, id);
`);
  }
}
