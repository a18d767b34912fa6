import type { LiveChange } from '#contracts/live';
import type { SqlSession } from '#persistence/database';

/** A change, with what decides who is told of it. */
export interface TailedEntry extends LiveChange {
  readonly position: number;
  readonly controller: string;
}

/** What came since the last look; null when it was too much to tell one by one. */
export type Tailed = readonly TailedEntry[] | null;

interface Look {
  /** The oldest transaction that had not ended when this was read, and the first that had not begun. */
  readonly oldest: string;
  readonly next: string;
  readonly entries: readonly TailedEntry[];
}

/** All entries up to `position` can be read once every transaction before `next` has ended. */
interface Mark {
  readonly position: number;
  readonly next: bigint;
  readonly at: number;
}

/** How far back the first look goes, in entries: transactions that were under way then end within far fewer. */
const FIRST_LOOK = 1000;
/** More than this at once is told as "everything". */
export const MOST_ENTRIES = 2000;
/** A transaction of the ledger takes milliseconds; what is open for longer, in milliseconds, writes no entry. */
const LONGEST_TRANSACTION = 60_000;

export const ENTRIES = `select entry.position::float8 as position, entry.seq as version, entry.type as kind, request.reference,
    request.controller_id as controller
  from ledger_entry as entry join subject_request as request on request.id = entry.request_id`;

const LOOK = `select pg_snapshot_xmin(pg_current_snapshot())::text as oldest, pg_snapshot_xmax(pg_current_snapshot())::text as next,
  coalesce((select json_agg(found) from (${ENTRIES} where entry.position > $1 order by entry.position limit $2) as found), '[]')
    as entries`;

/**
 * Follows the ledger by its positions. They have gaps, and since transactions end in another order than they took their
 * numbers, a lower one can appear after a higher one: so the place from which is read on moves up only past entries whose
 * contemporaries have all ended, and what was told already is remembered until then.
 */
export class LedgerTail {
  readonly #session: SqlSession;
  readonly #told = new Set<number>();
  #settled = 0;
  #marks: Mark[] = [];
  /** What was under way during a look that brought too much may have been passed over; the next look makes up for it. */
  #passedOver = false;

  constructor(session: SqlSession) {
    this.#session = session;
  }

  /** Whoever has been told everything up to here and all that was told since has missed nothing. */
  get settled(): number {
    return this.#settled;
  }

  /** Begins at the end: what is there now is not told. */
  async start(): Promise<void> {
    const [last] = await this.#session.query<{ position: number }>(
      'select coalesce(max(position), 0)::float8 as position from ledger_entry',
    );
    this.#settled = Math.max(0, (last?.position ?? 0) - FIRST_LOOK);
    this.#told.clear();
    this.#marks = [];
    await this.next();
  }

  /** What came since the last look, in the order of its positions. `now`: milliseconds of any steady clock. */
  async next(now = performance.now()): Promise<Tailed> {
    const [look] = await this.#session.query<Look>(LOOK, [this.#settled, MOST_ENTRIES]);
    if (look === undefined) throw new Error('a look without a row');
    const fresh = look.entries.filter(({ position }) => !this.#told.has(position));
    for (const { position } of fresh) this.#told.add(position);
    const tooMany = look.entries.length === MOST_ENTRIES;
    const everything = tooMany || this.#passedOver;
    this.#passedOver = tooMany;
    this.#settle(look, now, tooMany);
    return everything ? null : fresh;
  }

  #settle({ entries, oldest, next }: Look, now: number, tooMany: boolean): void {
    const last = entries.at(-1)?.position ?? this.#settled;
    this.#marks.push({ position: last, next: BigInt(next), at: now });
    const ended = ({ next: before, at }: Mark): boolean => BigInt(oldest) >= before || now - at > LONGEST_TRANSACTION;
    const settled = tooMany ? last : (this.#marks.findLast(ended)?.position ?? this.#settled);
    this.#marks = this.#marks.filter((mark) => mark.position > settled && !ended(mark));
    this.#settled = settled;
    for (const position of this.#told) if (position <= settled) this.#told.delete(position);
  }
}
