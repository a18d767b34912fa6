import { Injectable } from '@nestjs/common';
import { COUNTED_UP_TO } from '#contracts/counted-up-to';
import { civilDateOf } from '#domain/time-source';
import { Database } from '#persistence/database';
import { DeskClock } from '#persistence/desk-clock';
import { Keyring } from '#persistence/keyring';
import { Organisation } from '#persistence/organisation';
import { countPausedAnew } from './paused-rows.js';
import { orderOf, readCursor, writeCursor } from './queue-order.js';
import { queueRow } from './queue-rows.js';
import { placeOf, rowsAfter } from './queue-walk.js';
import { pick, type Picked, type Wanted } from './queue-filters.js';
import { VIEW_CONDITIONS } from './queue-views.js';
import type { QueuePage, QueueQuery } from '#contracts/queue';
import type { StaffMember } from '#contracts/staff-access';

const PAGE = 50;

type Counts = QueuePage['counts'];

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
    const persons = reader.role !== 'administrator';
    const picked = pick(query, { readerId: reader.id, today: today.toString(), persons }, this.keyring);
    const order = orderOf(query);
    const place = query.cursor === undefined ? null : readCursor(query.cursor);
    // One row more than a page, so that it is known whether another follows.
    const [rows, counted] = await Promise.all([
      rowsAfter(this.database, picked, order, place, PAGE + 1),
      this.#count(picked),
    ]);
    const shown = await countPausedAnew(rows.slice(0, PAGE), this.database, reading);
    const last = rows.length > PAGE ? shown.at(-1) : undefined;
    const { total, ...counts } = counted;
    return {
      today: today.toString(),
      rows: shown.map((row) => queueRow(row, today, this.keyring, persons)),
      total,
      nextCursor: last === undefined ? null : writeCursor(placeOf(last, order)),
      counts,
    };
  }

  /** All views at once, and the rows of this one with its filter; each stops counting at `COUNTED_UP_TO`. */
  async #count({ condition, values }: Picked): Promise<Counts & { total: number }> {
    const columns = Object.entries({ ...VIEW_CONDITIONS, total: condition }).map(
      ([view, of]) =>
        `(select count(*)::int from (select from subject_request where ${of} limit ${COUNTED_UP_TO}) counted) as ${view}`,
    );
    const [counts] = await this.database.query<Counts & { total: number }>(`select ${columns.join(', ')}`, values);
    if (counts === undefined) throw new Error('a count without a row');
    return counts;
  }
}
