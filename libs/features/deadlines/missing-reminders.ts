import { expectedReminders, nextOverdueKey, type RemindedLimit } from '#domain/clock/expected-reminders';
import { reminderIdSql, SUPERSEDED } from '#persistence/effect-rows';
import type { Counting } from '#domain/request/standing';
import type { SqlSession } from '#persistence/database';

export interface UnremindedRequest {
  readonly id: string;
  readonly reference: string;
  /** By what its reminders were planned last. */
  readonly countedBy: string;
}

const FOUND = 'request.id, request.reference, request.counted_by as "countedBy"';

const COLUMNS: Readonly<Record<RemindedLimit, string>> = {
  due: 'remind_due_on',
  extensionNotice: 'extension_notice_on',
  refusalNotice: 'refusal_notice_on',
  acknowledgement: 'acknowledge_on',
};

/** A reminder that was taken back is as good as none, unless another mail of its day told what it would have. */
const reminded = (key: string): string => `exists (select from effect
  where effect.id = ${reminderIdSql('request.id', key)}
    and (effect.state <> 'cancelled' or effect.last_error = '${SUPERSEDED}'))`;

/** Requests whose limit is on one of the days that call for a reminder now, and that lack it: one index range per day. */
const missingOf = (column: string): string => `
  select ${FOUND} from unnest($1::date[], $2::text[]) as expected (about, key)
  join subject_request as request on request.${column} = expected.about and request.closed_on is null
  where not ${reminded('expected.key')} limit $3`;

/** Late requests without the reminder of the day. While an older one still waits to go out, it will plan the next. */
const MISSING_OVERDUE = `
  select ${FOUND} from subject_request as request
  where request.remind_due_on < $1 and request.closed_on is null and not ${reminded('$2::text')}
    and not exists (select from effect where effect.request_id = request.id and effect.kind = 'remind'
      and effect.state = 'pending' and effect.due_at <= artikla.now())
  limit $3`;

/** Without a date there is always one more reminder to come: of the standstill, or that there is no date. */
const MISSING_UNDATED = `
  select ${FOUND} from subject_request as request
  where request.remind_due_on is null and request.closed_on is null and (request.paused_since is null or $1)
    and not exists (select from effect where effect.request_id = request.id and effect.kind = 'remind'
      and effect.state = 'pending')
  limit $2`;

/**
 * Open requests that lack a reminder which the law's dates call for: of a limit, today or on the next working day; of
 * lateness; or of a clock without a date. What it costs grows with what is due, not with what is open. At most `most` of
 * each sort.
 */
export const unremindedRequests = async (
  session: SqlSession,
  { calendar, settings, today }: Counting,
  most: number,
): Promise<readonly UnremindedRequest[]> => {
  const policy = settings.reminders;
  const expected = Map.groupBy(expectedReminders(calendar, policy, today), ({ limit }) => limit);
  const remindsOfPauses = !policy.off.includes('paused_too_long');
  const found = await Promise.all([
    ...[...expected].map(([limit, ofLimit]) =>
      session.query<UnremindedRequest>(missingOf(COLUMNS[limit]), [
        ofLimit.map(({ about }) => about.toString()),
        ofLimit.map(({ key }) => key),
        most,
      ]),
    ),
    session.query<UnremindedRequest>(MISSING_OVERDUE, [today.toString(), nextOverdueKey(calendar, today), most]),
    session.query<UnremindedRequest>(MISSING_UNDATED, [remindsOfPauses, most]),
  ]);
  return [...new Map(found.flat().map((request) => [request.id, request])).values()];
};
