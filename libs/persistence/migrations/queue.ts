import { Migration } from '@mikro-orm/migrations';

/** What the worklist is filtered and searched by, cheap at a million open requests. */
export class Queue extends Migration {
  override readonly name = '2026-11-27-queue';

  override up(): void {
    this.addSql(FILTERS);
    this.addSql(REFERENCES);
  }
}

/** For values that few requests have; where many have one, walking along the order finds them sooner. */
const FILTERS = `
create index subject_request_stage on subject_request (stage) where closed_on is null;
create index subject_request_channel on subject_request (channel) where closed_on is null;
create index subject_request_language on subject_request (language) where closed_on is null;
create index subject_request_rights on subject_request using gin (rights) where closed_on is null;
`;

/** The beginning and the end of a reference, in symbols without hyphens, whatever collation the database has. */
const REFERENCES = `
create index subject_request_reference_begins on subject_request (replace(reference, '-', '') text_pattern_ops);
create index subject_request_reference_ends on subject_request (reverse(replace(reference, '-', '')) text_pattern_ops);
`;
