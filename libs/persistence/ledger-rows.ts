import canonicalize from 'canonicalize';
import { entryHash, GENESIS } from './chain.js';
import { INSTANT_TEXT } from './database-time.js';
import type { RecordedEvent } from '#domain/request/events';
import type { SqlSession } from './database.js';

/** A ledger entry as it is stored. */
export interface EntryRow {
  readonly request_id: string;
  readonly seq: number;
  readonly position: string;
  readonly type: string;
  readonly at: string;
  readonly on_date: string;
  readonly actor: string;
  readonly data: string;
  readonly sealed: Buffer | null;
  readonly prev_hash: Buffer;
  readonly hash: Buffer;
}

/** The columns of an entry, its instant as the text that the hash covers. */
export const ENTRY_COLUMNS = `request_id, seq, position, type, ${INSTANT_TEXT('at')} as at,
  on_date::text as on_date, actor, data, sealed, prev_hash, hash`;

type EntryFacts = Pick<EntryRow, 'type' | 'at' | 'on_date' | 'actor'>;

/** `computation` is no fact of the event; it lies in its data so that the chain covers it and older processes pass it over. */
export const eventFrom = ({ type, actor, at, on_date: on }: EntryFacts, stored: object): RecordedEvent => {
  const { computation, ...data } = stored as Pick<RecordedEvent, 'computation'>;
  return { type, data, actor, at, on, ...(computation && { computation }) } as RecordedEvent;
};

export const eventOf = (row: EntryFacts & Pick<EntryRow, 'data'>): RecordedEvent =>
  eventFrom(row, JSON.parse(row.data) as object);

export const readEntries = (session: SqlSession, requestId: string): Promise<EntryRow[]> =>
  session.query<EntryRow>(`select ${ENTRY_COLUMNS} from ledger_entry where request_id = $1 order by seq`, [requestId]);

/** Where a chain ends, and the next entry hangs itself on. */
export interface ChainEnd {
  readonly seq: number;
  readonly hash: Uint8Array;
}

/** An event about to be stored, with what is sealed beside it. */
export interface NewEntry {
  readonly event: RecordedEvent;
  readonly sealed: Uint8Array | null;
}

/** Where the context of what is sealed beside an entry points: its request and its place in the chain. */
export const entryContext = (requestId: string, seq: number): string => `ledger_entry:${requestId}:${seq}`;

/** Chains new entries onto the last one, as they are stored. */
export const chainEntries = (requestId: string, last: ChainEnd | undefined, entries: readonly NewEntry[]) => {
  let hash: Uint8Array = last?.hash ?? GENESIS;
  let seq = last?.seq ?? 0;
  return entries.map(({ event, sealed }) => {
    const previous = hash;
    seq += 1;
    const { type, at, on, actor, computation } = event;
    const data = canonicalize({ ...event.data, ...(computation && { computation }) }) ?? '{}';
    hash = entryHash(previous, { requestId, seq, type, at, on, actor, data, sealed });
    return { request_id: requestId, seq, type, at, on_date: on, actor, data, sealed, prev_hash: previous, hash };
  });
};

export type ChainedRow = ReturnType<typeof chainEntries>[number];
