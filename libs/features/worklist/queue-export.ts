import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { civilDateOf } from '#domain/time-source';
import { Database } from '#persistence/database';
import { DeskClock, type ClockReading } from '#persistence/desk-clock';
import { Keyring } from '#persistence/keyring';
import { Organisation } from '#persistence/organisation';
import { translatorFor } from '#texts/load-messages';
import { BYTE_ORDER_MARK, csvLine } from './csv.js';
import { headingsOf, valuesOf } from './export-columns.js';
import { countPausedAnew } from './paused-rows.js';
import { pick } from './queue-filters.js';
import { orderOf, type QueuePlace } from './queue-order.js';
import { readingOf } from './queue-reading.js';
import { queueRow } from './queue-rows.js';
import { placeOf, rowsAfter } from './queue-walk.js';
import type { QueueChoice } from '#contracts/queue-bulk';
import type { StaffMember } from '#contracts/staff-access';

/** Rows that are held at once, however many there are. */
const AT_ONCE = 500;

/** What the worklist lists, as a file: no more of a person than the list shows. */
@Injectable()
export class QueueExport {
  constructor(
    private readonly database: Database,
    private readonly organisation: Organisation,
    private readonly clock: DeskClock,
    private readonly keyring: Keyring,
  ) {}

  /** The lines of the file, and the day at the desk that it tells of. */
  async take(choice: QueueChoice, reader: StaffMember) {
    const [{ timeZone }, reading] = await Promise.all([this.organisation.controller(), this.clock.read()]);
    const today = civilDateOf(reading.now, timeZone);
    return { today, lines: this.#lines(choice, reader, today, reading) };
  }

  /** Writes down who takes what before the first line leaves, and how many rows it was after the last one has. */
  async *#lines(
    choice: QueueChoice,
    reader: StaffMember,
    today: Temporal.PlainDate,
    reading: ClockReading,
  ): AsyncGenerator<string, void, undefined> {
    const id = await this.#begin(choice, reader);
    const translate = translatorFor(reader.language);
    yield BYTE_ORDER_MARK + csvLine(headingsOf(translate));
    let count = 0;
    for await (const rows of this.#pages(choice, reader, today, reading)) {
      count += rows.length;
      yield rows.map((row) => csvLine(valuesOf(queueRow(row, today, this.keyring, true), translate))).join('');
    }
    await this.database.query('update queue_export set rows = $2 where id = $1', [id, count]);
  }

  async *#pages(choice: QueueChoice, reader: StaffMember, today: Temporal.PlainDate, reading: ClockReading) {
    const picked = pick(choice, await readingOf(this.database, reader, today), this.keyring);
    const order = orderOf(choice);
    let place: QueuePlace | null = null;
    for (;;) {
      const rows = await rowsAfter(this.database, picked, order, place, AT_ONCE);
      const last = rows.at(-1);
      if (last === undefined) return;
      yield await countPausedAnew(rows, this.database, reading);
      if (rows.length < AT_ONCE) return;
      place = placeOf(last, order);
    }
  }

  /** The words that were looked for are a person's, so only that there were some is kept. */
  async #begin(choice: QueueChoice, { id: staffId }: StaffMember): Promise<string> {
    const { text, references: _, ...filters } = choice;
    const id = randomUUIDv7();
    const query = new URLSearchParams(Object.entries(filters).map(([name, value]) => [name, String(value)]));
    await this.database.query(
      `insert into queue_export (id, exported_by, exported_at, query, searched) values ($1, $2, artikla.now(), $3, $4)`,
      [id, staffId, query.toString(), text !== undefined],
    );
    return id;
  }
}
