import { expectedReminders, nextOverdueKey, type RemindedLimit } from '#domain/clock/expected-reminders';
import { reminderIdSql, SUPERSEDED } from '#persistence/effect-rows';
import type { Counting } from '#domain/request/standing';
import type { SqlSession } from '#persistence/database';
import type { WatchPlace } from './watch-place.js';

export interface UnremindedRequest extends WatchPlace {
  readonly reference: string;
  /** By what its reminders were planned last. */
  readonly countedBy: string;
}

/** What a look at some open requests found. */
export interface Looked {
  readonly missing: readonly UnremindedRequest[];
  /** Up to where it looked; null when no open request is left behind it. */
  readonly upTo: WatchPlace | null;
  /** It found as many as it might, and stopped there. */
  readonly full: boolean;
}

const COLUMNS: Readonly<Record<RemindedLimit, string>> = {
  due: 'remind_due_on',
  extensionNotice: 'extension_notice_on',
  refusalNotice: 'refusal_notice_on',
  acknowledgement: 'acknowledge_on',
};

const LIMITS = Object.entries(COLUMNS)
  .map(([limit, column]) => `('${limit}', ${column})`)
  .join(', ');

/** How many effects there are of that sort: found by an index for each request, never by going through all effects. */
const effects = (which: string): string => `(select count(*) from effect where ${which})`;

/** A reminder that was taken back is as good as none, unless another mail of its day told what it would have. */
const reminders = (key: string): string =>
  effects(`effect.id = ${reminderIdSql('slice.id', key)}
    and (effect.state <> 'cancelled' or effect.last_error = '${SUPERSEDED}')`);

const waiting = (until = ''): string =>
  effects(`effect.request_id = slice.id and effect.kind = 'remind' and effect.state = 'pending' ${until}`);

/**
 * The next requests behind a place, in the order in which they were received, which never changes. Of these: whose limit is
 * on one of the days that call for a reminder now, and that lack it; late ones without the reminder of the day, which an
 * older one that still waits to go out will plan; those without a date, for which there is always one more to come: of the
 * standstill, or that there is no date.
 */
const LOOK = `
  with slice as materialized (
    select id, reference, counted_by, received_on, paused_since, ${Object.values(COLUMNS).join(', ')}
    from subject_request where closed_on is null and (received_on, id) > ($1::date, $2::uuid)
    order by received_on, id limit $3
  ), missing as (
    select slice.* from slice cross join lateral (values ${LIMITS}) as own (name, day)
      join unnest($4::text[], $5::date[], $6::text[]) as expected (name, about, key)
        on expected.name = own.name and expected.about = own.day
      where ${reminders('expected.key')} = 0
    union
    select * from slice where remind_due_on < $7::date and ${reminders('$8::text')} = 0
      and ${waiting('and effect.due_at <= artikla.now()')} = 0
    union
    select * from slice where remind_due_on is null and (paused_since is null or $9::boolean) and ${waiting()} = 0
    order by received_on, id limit $10
  )
  select slice.id, reference, received_on::text as "receivedOn", counted_by as "countedBy",
    id in (select id from missing) as missing, (select count(*)::int from slice) as looked
  from slice where id in (select id from missing) or (received_on, id) = (
    select received_on, id from slice order by received_on desc, id desc limit 1)
  order by received_on, id`;

/**
 * Looks at so many open requests behind a place for those that lack a reminder which the law's dates call for: of a limit,
 * today or on the next working day; of lateness; or of a clock without a date. Finds at most `most`, and then looked no
 * further than the last of them.
 */
export const unremindedRequests = async (
  session: SqlSession,
  { calendar, settings, today }: Counting,
  place: WatchPlace,
  slice: number,
  most: number,
): Promise<Looked> => {
  const policy = settings.reminders;
  const expected = expectedReminders(calendar, policy, today);
  const rows = await session.query<UnremindedRequest & { missing: boolean; looked: number }>(LOOK, [
    place.receivedOn,
    place.id,
    slice,
    expected.map(({ limit }) => limit),
    expected.map(({ about }) => about.toString()),
    expected.map(({ key }) => key),
    today.toString(),
    nextOverdueKey(calendar, today),
    !policy.off.includes('paused_too_long'),
    most,
  ]);
  const missing = rows.filter((row) => row.missing);
  const full = missing.length === most;
  const last = full ? missing.at(-1) : rows.at(-1);
  return { missing, full, upTo: full || rows[0]?.looked === slice ? (last ?? null) : null };
};
