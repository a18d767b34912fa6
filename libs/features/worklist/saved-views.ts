import { ConflictException, ForbiddenException, Injectable } from '@nestjs/common';
import { queryOfText, type SavedView, type SavedViewText } from '#contracts/saved-views';
import { civilDateOf } from '#domain/time-source';
import { Database } from '#persistence/database';
import { DatabaseTime } from '#persistence/database-time';
import { Keyring } from '#persistence/keyring';
import { Organisation } from '#persistence/organisation';
import { openJson, sealJson } from '#persistence/request-keys';
import { pick, type Reading } from './queue-filters.js';
import { readingOf } from './queue-reading.js';
import { countOf } from './queue-views.js';
import type { StaffMember } from '#contracts/staff-access';

/** More are not found again, and each is counted whenever the list is asked for. */
const MOST_VIEWS = 30;

interface ViewRow {
  readonly id: string;
  readonly made_by: string;
  readonly maker: string;
  readonly name_sealed: Buffer;
  readonly shared: boolean;
  readonly query: string;
}

/** Filters of the worklist that somebody gave a name, for themselves or for everyone at the desk. */
@Injectable()
export class SavedViewStore {
  constructor(
    private readonly database: Database,
    private readonly keyring: Keyring,
    private readonly organisation: Organisation,
    private readonly time: DatabaseTime,
  ) {}

  /** The reader's own and the shared ones, by name, each with its count. */
  async list(reader: StaffMember): Promise<SavedView[]> {
    const [rows, { timeZone }, now] = await Promise.all([
      this.database.query<ViewRow>(
        `select v.id, v.made_by, u.name as maker, v.name_sealed, v.shared, v.query
         from saved_view v join staff_user u on u.id = v.made_by where v.made_by = $1 or v.shared`,
        [reader.id],
      ),
      this.organisation.controller(),
      this.time.now(),
    ]);
    const reading = await readingOf(this.database, reader, civilDateOf(now, timeZone));
    const views = await Promise.all(rows.map((row) => this.#viewOf(row, reading)));
    return views.toSorted((one, other) => one.name.localeCompare(other.name, reader.language));
  }

  /**
   * Makes a view under the id that its maker chose, or changes it: the same call twice leaves one view. Throws 403
   * `not-yours` and 409 `too-many-views`.
   */
  async save(id: string, { name, shared, query }: SavedViewText, { id: staffId }: StaffMember): Promise<void> {
    const sealed = sealJson(this.keyring.desk, { name }, contextOf(id));
    const [written] = await this.database.query(
      `insert into saved_view (id, made_by, name_sealed, shared, query, made_at)
       select $1, $2::uuid, $3, $4, $5, artikla.now()
       where exists (select from saved_view where id = $1)
         or (select count(*) from saved_view where made_by = $2::uuid) < ${MOST_VIEWS}
       on conflict (id) do update set name_sealed = excluded.name_sealed, shared = excluded.shared, query = excluded.query
         where saved_view.made_by = excluded.made_by
       returning id`,
      [id, staffId, sealed, shared, query],
    );
    if (written !== undefined) return;
    await this.#assertOwn(id, staffId);
    throw new ConflictException({ code: 'too-many-views' });
  }

  /** Throws 403 `not-yours`; a view that is gone already is no mistake. */
  async remove(id: string, { id: staffId }: StaffMember): Promise<void> {
    await this.#assertOwn(id, staffId);
    await this.database.query('delete from saved_view where id = $1 and made_by = $2', [id, staffId]);
  }

  async #assertOwn(id: string, staffId: string): Promise<void> {
    const [row] = await this.database.query<ViewRow>('select made_by from saved_view where id = $1', [id]);
    if (row !== undefined && row.made_by !== staffId) throw new ForbiddenException({ code: 'not-yours' });
  }

  async #viewOf(row: ViewRow, reading: Reading): Promise<SavedView> {
    const { id, made_by, maker, name_sealed, shared, query } = row;
    const { condition, parts, values } = pick(queryOfText(query), reading, this.keyring);
    const [counted] = await this.database.query<{ count: number }>(
      `select ${countOf(condition, parts)} as count`,
      values,
    );
    const { name } = openJson<{ name: string }>(this.keyring.desk, name_sealed, contextOf(id));
    const own = made_by === reading.readerId;
    return { id, name, shared, query, by: { id: made_by, name: maker }, own, count: counted?.count ?? 0 };
  }
}

const contextOf = (id: string): string => `saved_view:${id}:name`;
