import { Injectable } from '@nestjs/common';
import type { CalendarScope } from '#contracts/calendar-feed';
import type { CivilDate, InstantText } from '#domain/time-source';
import { Database } from '#persistence/database';
import { INSTANT_TEXT } from '#persistence/database-time';
import { Organisation } from '#persistence/organisation';
import { HANDLES_REQUESTS } from '#persistence/staff-rows';

/** What a calendar shows of a request, each on its own day. */
export const FEED_DATES = ['due', 'internal', 'extension', 'refusal'] as const;

export type FeedDateKind = (typeof FEED_DATES)[number];

export interface FeedDate {
  readonly reference: string;
  readonly kind: FeedDateKind;
  readonly on: CivilDate;
  /** While nobody has chosen between two dates, this is the earlier one. */
  readonly undecided: boolean;
  /** Grows with every change of the request and of its dates. */
  readonly version: number;
  /** When either changed last. */
  readonly changedAt: InstantText;
}

/** Nobody reads a calendar with more than this in it; the nearest ones are kept. */
const MOST_REQUESTS = 2000;

type Row = Readonly<Record<FeedDateKind, CivilDate | null>> & Omit<FeedDate, 'kind' | 'on'>;

/** What reminders go by; the version before did not write it down. */
const DUE_ON = 'coalesce(request.remind_due_on, request.due_on)';

/** The dates of open requests, as the lists have them: without a name, without opening anything sealed. */
@Injectable()
export class FeedDates {
  constructor(
    private readonly database: Database,
    private readonly organisation: Organisation,
  ) {}

  /** Those of the requests that `userId` has, or today has for somebody they stand in for, and of those that the scope adds. */
  async of(userId: string, scope: CalendarScope): Promise<readonly FeedDate[]> {
    const { timeZone } = await this.organisation.controller();
    const rows = await this.database.query<Row>(
      `select request.reference, request.version + request.dates_changed as version,
         ${INSTANT_TEXT('greatest(entry.at, request.dates_changed_at)')} as "changedAt",
         request.next_action = 'settle_finding' as undecided, ${DUE_ON}::text as due,
         request.internal_due_on::text as internal, request.extension_notice_on::text as extension,
         request.refusal_notice_on::text as refusal
       from subject_request as request
       join ledger_entry as entry on entry.request_id = request.id and entry.seq = request.version
       where request.closed_on is null and ${DUE_ON} is not null
         and (request.assignee = any ((select artikla.desks_of($1, (artikla.now() at time zone $4)::date))::uuid[]) or $2 = 'desk' or $2 = 'unassigned' and not exists (
           select from staff_user where staff_user.id = request.assignee and ${HANDLES_REQUESTS}))
       order by ${DUE_ON}, request.id limit $3`,
      [userId, scope, MOST_REQUESTS, timeZone],
    );
    return rows.flatMap(({ reference, undecided, version, changedAt, ...dates }) =>
      FEED_DATES.flatMap((kind) => {
        const on = dates[kind];
        return on === null
          ? []
          : [{ reference, kind, on, undecided: undecided && kind !== 'internal', version, changedAt }];
      }),
    );
  }
}
