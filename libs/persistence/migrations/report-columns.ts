import { Migration } from '@mikro-orm/migrations';

/**
 * What a report would otherwise have to read from the ledger of each request, and indexes that hold all that its figures
 * are made from. A process of the version before leaves both columns as they are.
 */
export class ReportColumns extends Migration {
  override readonly name = '2026-11-29-report-columns';

  override up(): void {
    this.addSql(COLUMNS);
    this.addSql(CLOSED_BEFORE);
    this.addSql(LATE_BEFORE);
    this.addSql(INDEXES);
  }
}

/** How sure the desk was of the person, and the stage that was reached by the last day. */
const COLUMNS = `
alter table subject_request add column identity text, add column stage_in_time text;
`;

/** Open requests get their columns with their next step; those that are closed take none. */
const CLOSED_BEFORE = `
update subject_request set identity = coalesce(proven.level, 'V0')
from (
  select closed.id, (select max(data::jsonb ->> 'level') from ledger_entry
    where request_id = closed.id and type = 'identityConfirmed') as level
  from subject_request closed where closed.closed_on is not null and closed.answered
) proven where subject_request.id = proven.id;
`;

const LATE_BEFORE = `
update subject_request set stage_in_time = coalesce(reached.stage, 'intake')
from (
  select late.id, (select data::jsonb ->> 'to' from ledger_entry
    where request_id = late.id and type = 'rightAdvanced' and on_date <= late.due_on order by seq desc limit 1) as stage
  from subject_request late where late.due_on < coalesce(late.closed_on, artikla.now()::date)
) reached where subject_request.id = reached.id;
`;

const INDEXES = `
create index subject_request_closed_counts on subject_request (closed_on)
  include (received_on, due_on, answered, was_extended, was_paused, rights, endings, identity) where closed_on is not null;
drop index subject_request_closed_figures;
create index subject_request_late on subject_request (due_on) include (id, stage_in_time)
  where closed_on is not null and answered and closed_on > due_on;
create index subject_request_open_by_receipt on subject_request (received_on, id) include (channel, rights)
  where closed_on is null;
drop index subject_request_received;
create index subject_request_open_by_due on subject_request (due_on, id) include (stage, stage_in_time)
  where closed_on is null;
drop index subject_request_due;
create index ledger_entry_delay on ledger_entry (request_id, seq) include (data) where type = 'delayExplained';
`;
