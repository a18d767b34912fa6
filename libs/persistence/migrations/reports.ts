import { Migration } from '@mikro-orm/migrations';

/**
 * What reports count closed requests by. The columns follow from the summary by themselves, whichever release wrote it, and
 * the indexes hold closed requests only, so that work on open ones pays nothing for them.
 */
export class Reports extends Migration {
  override readonly name = '2026-11-27-reports';

  override up(): void {
    this.addSql(COLUMNS);
    this.addSql(INDEXES);
  }
}

/** `endings`: how each of `rights` ended, in their order. The clock's own steps tell of standstills and extensions. */
const COLUMNS = `
alter table subject_request
  add column endings jsonb generated always as (jsonb_path_query_array(summary, '$.rights[*].ending')) stored,
  add column answered boolean generated always as (jsonb_path_exists(summary,
    '$.rights[*].ending ? (@ == "granted" || @ == "partly" || @ == "refused" || @ == "nothing_held")')) stored,
  add column was_extended boolean generated always as (jsonb_path_exists(summary,
    '$.steps[*].because ? (@ == "clock.because.extended" || @ == "clock.because.extended_by_notice")')) stored,
  add column was_paused boolean generated always as (jsonb_path_exists(summary,
    '$.steps[*].because ? (@ starts with "clock.because.pause" || @ starts with "clock.because.restart")')) stored;
`;

/** Each holds all that its figures are made from: a report reads no row of the table itself. */
const INDEXES = `
create index subject_request_closed_figures on subject_request (closed_on)
  include (received_on, due_on, answered, was_extended, was_paused, rights, endings) where closed_on is not null;
create index subject_request_closed_by_due on subject_request (due_on)
  include (closed_on, answered, id) where closed_on is not null;
create index subject_request_closed_by_receipt on subject_request (received_on)
  include (channel, rights) where closed_on is not null;
`;
