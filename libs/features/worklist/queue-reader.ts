import { Injectable } from '@nestjs/common';
import { COUNTED_UP_TO } from '#contracts/counted-up-to';
import { civilDateOf } from '#domain/time-source';
import { Database } from '#persistence/database';
import { DeskClock } from '#persistence/desk-clock';
import { Keyring } from '#persistence/keyring';
import { Organisation } from '#persistence/organisation';
import { countPausedAnew } from './paused-rows.js';
import { orderOf, readCursor, writeCursor, type QueueOrder, type QueuePlace } from './queue-order.js';
import { queueRow, ROW_COLUMNS, type StoredRow } from './queue-rows.js';
import { VIEW_CONDITIONS } from './queue-views.js';
import type { QueuePage, QueueQuery } from '#contracts/queue';
import type { StaffMember } from '#contracts/staff-access';

const PAGE = 50;

/** Names the types of values that not every view uses, which PostgreSQL asks for. */
const TYPED = '$1::uuid is not null and $2::date is not null';

type Counts = QueuePage['counts'];

/** What a page is picked by; the values of `$1`, `$2` and `$3`. */
interface Picked {
  readonly condition: string;
  readonly values: readonly [reader: string, today: string, right: string | null];
}

/** Pages of the worklist, drawn from the projection: no ledger is folded for a list, but of what is paused. */
@Injectable()
export class QueueReader {
  constructor(
    private readonly database: Database,
    private readonly organisation: Organisation,
    private readonly clock: DeskClock,
    private readonly keyring: Keyring,
  ) {}

  async page(query: QueueQuery, reader: StaffMember): Promise<QueuePage> {
    const [{ timeZone }, reading] = await Promise.all([this.organisation.controller(), this.clock.read()]);
    const today = civilDateOf(reading.now, timeZone);
    const picked: Picked = {
      condition: `${VIEW_CONDITIONS[query.view]} and ${TYPED} and ($3::text is null or rights @> array[$3::text])`,
      values: [reader.id, today.toString(), query.right ?? null],
    };
    const order = orderOf(query);
    const [rows, counted] = await Promise.all([this.#rows(picked, order, query.cursor), this.#count(picked)]);
    const shown = await countPausedAnew(rows.slice(0, PAGE), this.database, reading);
    const last = rows.length > PAGE ? shown.at(-1) : undefined;
    const { total, ...counts } = counted;
    return {
      today: today.toString(),
      rows: shown.map((row) => queueRow(row, today, this.keyring, reader.role !== 'administrator')),
      total,
      nextCursor: last === undefined ? null : writeCursor(placeOf(last, order)),
      counts,
    };
  }

  /** One row more than a page, so that it is known whether another follows. Rows without the date come last. */
  async #rows(picked: Picked, order: QueueOrder, cursor: string | undefined): Promise<StoredRow[]> {
    const place = cursor === undefined ? null : readCursor(cursor);
    const dated = place === null || place.date !== null ? await this.#dated(picked, order, place) : [];
    if (dated.length > PAGE) return dated;
    const undated = await this.#undated(picked, order, place?.date === null ? place.id : null, dated.length);
    return [...dated, ...undated];
  }

  #dated({ condition, values }: Picked, order: QueueOrder, place: QueuePlace | null): Promise<StoredRow[]> {
    const where = `${condition} and ${order.date} is not null`;
    return place === null
      ? this.#select(where, order.orderBy, PAGE + 1, values)
      : this.#select(`${where} and ${order.after}`, order.orderBy, PAGE + 1, [...values, place.date, place.id]);
  }

  #undated({ condition, values }: Picked, { date }: QueueOrder, after: string | null, already: number) {
    const where = `${condition} and ${date} is null and ($4::uuid is null or id > $4::uuid)`;
    return this.#select(where, 'id', PAGE + 1 - already, [...values, after]);
  }

  /** `where` and `orderBy` are our own text; everything from outside is a bound value. */
  #select(where: string, orderBy: string, limit: number, values: readonly unknown[]): Promise<StoredRow[]> {
    return this.database.query<StoredRow>(
      `select ${ROW_COLUMNS} from (
         select *, row_number() over (order by ${orderBy}) as place from subject_request where ${where}
         order by ${orderBy} limit ${limit}
       ) r
       left join request_key k on k.request_id = r.id left join staff_user u on u.id = r.assignee
       order by r.place`,
      values,
    );
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

const placeOf = (row: StoredRow, { date }: QueueOrder): QueuePlace => ({
  date: row[date as 'due_on'],
  id: row.id,
});
