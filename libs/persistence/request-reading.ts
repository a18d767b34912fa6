import { fold } from '#domain/request/evolve';
import { CLOCK_COLUMNS, ClockReading, type ClockRow } from './desk-clock.js';
import { INSTANT_TEXT } from './database-time.js';
import { eventFrom, type ChainEnd } from './ledger-rows.js';
import { statement } from './statement.js';
import type { SubjectRequest } from '#domain/request/state';
import type { SqlSession } from './database.js';
import type { DeskCalendars } from './injection.js';

/** Milliseconds for which a decision may still go by the time and the settings of a reading. */
const FRESH_MS = 1000;

/** A request at one moment, with all that a decision about it needs. */
export interface RequestReading {
  readonly requestId: string;
  readonly version: number;
  readonly end: ChainEnd;
  readonly state: SubjectRequest;
  readonly clock: ClockReading;
  /** Which reminders wait for it, as `remindersMark` names them; null when that is not known. */
  readonly reminders: string | null;
  /** By this process's own monotonic clock. */
  readonly readAt: number;
}

type EntryJson = readonly [type: string, at: string, on: string, actor: string, data: object];

/** What `READING_COLUMNS` give. */
export interface ReadingRow extends ClockRow {
  readonly version: number;
  readonly reminders: string | null;
  readonly entries: readonly EntryJson[];
  readonly end_hash: Uint8Array;
}

/** A request with its whole ledger in one row, of the table `subject_request as request`; `now` tells the desk's time. */
export const READING_COLUMNS = (now?: string): string => `request.version, request.reminders_mark as reminders,
  (select json_agg(json_build_array(type, ${INSTANT_TEXT('at')}, on_date, actor, data::json) order by seq)
   from ledger_entry where request_id = request.id) as entries,
  (select hash from ledger_entry where request_id = request.id and seq = request.version) as end_hash,
  ${CLOCK_COLUMNS('request.controller_id', now)}`;

const READ = statement<{ id: string }>(
  'read-request',
  `select ${READING_COLUMNS()} from subject_request as request where request.id = @id`,
);

/** `askedAt` is when the row was asked for: an answer may have waited for somebody's lock. */
export const readingOf = (
  requestId: string,
  row: ReadingRow,
  calendars: DeskCalendars,
  askedAt: number,
): RequestReading => ({
  requestId,
  version: row.version,
  end: { seq: row.version, hash: row.end_hash },
  state: fold(row.entries.map(([type, at, on, actor, data]) => eventFrom({ type, at, on_date: on, actor }, data))),
  clock: new ClockReading(row, calendars),
  reminders: row.reminders,
  readAt: askedAt,
});

/** Throws when there is no such request. */
export const readRequest = async (
  session: SqlSession,
  requestId: string,
  calendars: DeskCalendars,
): Promise<RequestReading> => {
  const askedAt = performance.now();
  const [row] = await session.prepared<ReadingRow>(READ, READ.valuesOf({ id: requestId }));
  if (row === undefined) throw new Error('no such request');
  return readingOf(requestId, row, calendars, askedAt);
};

/** Whether its time and settings are still those of now; that nobody has moved the request is asked when it is written. */
export const isFresh = ({ readAt }: RequestReading): boolean => performance.now() - readAt < FRESH_MS;
