import { Injectable } from '@nestjs/common';
import { civilDateOf } from '#domain/time-source';
import { Database } from '#persistence/database';
import { DeskClock } from '#persistence/desk-clock';
import { Keyring } from '#persistence/keyring';
import { Organisation } from '#persistence/organisation';
import { countPausedAnew } from './paused-rows.js';
import { orderOf, readCursor, writeCursor } from './queue-order.js';
import { queueRow } from './queue-rows.js';
import { placeOf, rowsAfter } from './queue-walk.js';
import { readingOf } from './queue-reading.js';
import { pick, type Picked, type Reading, type Wanted } from './queue-filters.js';
import { countOf, VIEW_CONDITIONS, VIEW_PARTS } from './queue-views.js';
import type { QueuePage, QueueQuery, QueueView } from '#contracts/queue';
import type { StaffMember } from '#contracts/staff-access';

const PAGE = 50;

type Counts = QueuePage['counts'];

const VIEW_COUNTS = {
  name: 'queue-counts',
  text: `select ${Object.entries(VIEW_CONDITIONS)
    .map(([view, condition]) => `${countOf(condition, VIEW_PARTS[view as QueueView] ?? null)} as ${view}`)
    .join(', ')}`,
};

/** Pages of the worklist, drawn from the projection: no ledger is folded for a list, but of what is paused. */
@Injectable()
export class QueueReader {
  constructor(
    private readonly database: Database,
    private readonly organisation: Organisation,
    private readonly clock: DeskClock,
    private readonly keyring: Keyring,
  ) {}

  /** `text` looks for a reference or a person among the rows of the query. */
  async page(query: QueueQuery & Pick<Wanted, 'text'>, reader: StaffMember): Promise<QueuePage> {
    const [{ timeZone }, reading] = await Promise.all([this.organisation.controller(), this.clock.read()]);
    const today = civilDateOf(reading.now, timeZone);
    const reads = await readingOf(this.database, reader, today);
    const picked = pick(query, reads, this.keyring);
    const order = orderOf(query);
    const place = query.cursor === undefined ? null : readCursor(query.cursor);
    // One row more than a page, so that it is known whether another follows.
    const [rows, counts, filtered] = await Promise.all([
      rowsAfter(this.database, picked, order, place, PAGE + 1),
      this.#countViews(picked, reads),
      picked.isWholeView ? null : this.#countRows(picked),
    ]);
    const shown = await countPausedAnew(rows.slice(0, PAGE), this.database, reading);
    const last = rows.length > PAGE ? shown.at(-1) : undefined;
    return {
      today: today.toString(),
      rows: shown.map((row) => queueRow(row, today, this.keyring, reads.persons)),
      total: filtered ?? counts[query.view],
      nextCursor: last === undefined ? null : writeCursor(placeOf(last, order)),
      counts,
    };
  }

  /** All views at once, which are planned once: planning takes longer than counting. Each stops at `COUNTED_UP_TO`. */
  async #countViews({ values }: Picked, reads: Reading): Promise<Counts> {
    const [counts] = await this.database.prepared<Counts>(VIEW_COUNTS, values.slice(0, 2));
    if (counts === undefined) throw new Error('a count without a row');
    if (reads.standsInFor?.length === 0) return counts;
    return { ...counts, mine: await this.#countRows(pick({ view: 'mine', sort: 'next_action' }, reads, this.keyring)) };
  }

  async #countRows({ condition, parts, values }: Picked): Promise<number> {
    const [row] = await this.database.query<{ total: number }>(`select ${countOf(condition, parts)} as total`, values);
    return row?.total ?? 0;
  }
}
