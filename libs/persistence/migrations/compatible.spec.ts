import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '#test/support/database';
import { openTestPool } from '#test/support/pool';
import { fileRequest, openDesk, type TestDesk } from '#test/support/desk';
import { MIGRATION_NAMES, ormOptions } from '../orm.js';
import type { Pool } from 'pg';

/** What a process of the release before relies on, one line each. */
const CATALOGUE = {
  /** Columns it reads and writes. */
  columns: `select format('%s.%s %s', table_name, column_name, data_type) as line
    from information_schema.columns where table_schema in ('public', 'artikla')`,
  /** Columns that it may leave out when it inserts. */
  mayBeLeftOut: `select format('%s.%s', table_name, column_name) as line
    from information_schema.columns where table_schema in ('public', 'artikla')
      and (is_nullable = 'YES' or column_default is not null or is_identity = 'YES')`,
  functions: `select format('%s.%s(%s)', nspname, proname, pg_get_function_identity_arguments(pg_proc.oid)) as line
    from pg_proc join pg_namespace on pg_namespace.oid = pronamespace where nspname in ('public', 'artikla')`,
  /** What may refuse a row: each is a promise that older code does not know it has to keep. */
  refusals: `select format('%s %s', (select relname from pg_class where oid = conrelid), pg_get_constraintdef(pg_constraint.oid)) as line
      from pg_constraint join pg_namespace on pg_namespace.oid = connamespace
      where nspname in ('public', 'artikla') and contype <> 'n'
    union select format('%s %s', (select relname from pg_class where oid = indrelid), pg_get_indexdef(indexrelid))
      from pg_index join pg_class on pg_class.oid = indexrelid join pg_namespace on pg_namespace.oid = relnamespace
      where indisunique and nspname in ('public', 'artikla')
    union select format('%s %s', (select relname from pg_class where oid = tgrelid), pg_get_triggerdef(pg_trigger.oid)) from pg_trigger where not tgisinternal`,
} as const;

type Catalogue = Record<keyof typeof CATALOGUE, readonly string[]>;

const read = async (pool: Pool): Promise<Catalogue> => {
  const parts = Object.entries(CATALOGUE).map(async ([part, sql]) => {
    const { rows } = await pool.query<{ line: string }>(sql);
    return [part, rows.map(({ line }) => line)] as const;
  });
  return Object.fromEntries(await Promise.all(parts)) as unknown as Catalogue;
};

const missing = (before: readonly string[], after: readonly string[]): string[] =>
  before.filter((line) => !after.includes(line));

/** A line begins with its table. */
const tableOf = (line: string): string => line.split(/[ .]/)[0] ?? '';

const STEPS = MIGRATION_NAMES.slice(1).map((name, index) => [MIGRATION_NAMES[index] ?? '', name] as const);

describe.each(STEPS)('a process that knows the schema up to %s', (known, next) => {
  let database: TestDatabase;
  let before: Catalogue;
  let after: Catalogue;

  beforeAll(async () => {
    database = await createEmptyDatabase();
    const pool = openTestPool(database.url);
    const orm = await MikroORM.init(ormOptions(database.url, 2));
    await orm.migrator.up({ to: known });
    before = await read(pool);
    await orm.migrator.up({ to: next });
    after = await read(pool);
    await orm.close(true);
    await pool.end();
  });
  afterAll(() => database.drop());

  it(`finds after ${next} every column and function as it was`, () => {
    expect(missing(before.columns, after.columns)).toEqual([]);
    expect(missing(before.functions, after.functions)).toEqual([]);
  });

  it(`may leave out after ${next} what it could leave out, and every column it does not know`, () => {
    expect(missing(before.mayBeLeftOut, after.mayBeLeftOut)).toEqual([]);
    const oldTables = new Set(before.columns.map(tableOf));
    const added = missing(after.columns, before.columns).map((line) => line.split(' ')[0] ?? '');
    const needed = added.filter((column) => oldTables.has(tableOf(column)) && !after.mayBeLeftOut.includes(column));
    expect(needed).toEqual([]);
  });

  it(`is refused no row after ${next} that was taken before`, () => {
    const oldTables = new Set(before.columns.map(tableOf));
    const stricter = missing(after.refusals, before.refusals).filter((line) => oldTables.has(tableOf(line)));
    expect(stricter).toEqual([]);
  });
});

describe('an older process that is started again on the newest schema', () => {
  it('finds nothing to change and starts', async () => {
    const database = await createTestDatabase();
    const options = ormOptions(database.url, 2);
    const known = options.migrations?.migrationsList?.slice(0, 1) ?? [];
    const orm = await MikroORM.init({ ...options, migrations: { ...options.migrations, migrationsList: known } });
    expect(known).toHaveLength(1);
    expect(await orm.migrator.up()).toEqual([]);
    await orm.close(true);
    await database.drop();
  });
});

describe('a worker of the first release', () => {
  let desk: TestDesk;
  let requestId: string;
  beforeAll(async () => {
    desk = await openDesk();
    ({ requestId } = await fileRequest(desk, ['access']));
    await desk.database.query('delete from effect');
  });
  afterAll(() => desk.close());

  /** Its own statements, as it has them, in the life of one effect. */
  const INSERT = `insert into effect (id, request_id, kind, queue, data, due_at)
    select id, $1, kind, queue, data, due_at
    from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[]) as new (id, kind, queue, data, due_at)`;
  const OFFER = `update effect set offers = offers + 1,
      offered_until = clock_timestamp() + make_interval(secs => $1 * power(2, least(offers, 6)))
    where id in (
      select id from effect
      where state = 'pending' and due_at <= artikla.now() and (retry_at is null or retry_at <= artikla.now())
        and (lease_until is null or lease_until < clock_timestamp())
        and (offered_until is null or offered_until < clock_timestamp())
      order by due_at limit $2 for update skip locked)
    returning id, kind, queue`;
  const CLAIM = `update effect set lease_owner = $2, lease_until = clock_timestamp() + make_interval(secs => $3),
      attempts = attempts + 1, offers = 0
    where id = $1 and state = 'pending' and kind = any ($4::text[]) and due_at <= artikla.now()
      and (retry_at is null or retry_at <= artikla.now()) and (lease_until is null or lease_until < clock_timestamp())
    returning id, request_id, kind, data, attempts`;
  const MAIL = `insert into message (id, request_id, effect_id, part, letter, language, message_id, content_sealed, state,
      created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, 'ready', artikla.now())`;
  const MARK = `update message set state = $2,
      uncertain_since = case when $2 in ('dot', 'unknown') then coalesce(uncertain_since, clock_timestamp()) end
    where id = $1 and state <> 'accepted'
      and exists (select from effect where id = $3 and lease_owner = $4 and state = 'pending')
    returning id`;
  const SETTLE = `update effect set state = 'done', done_at = artikla.now(), lease_owner = null, lease_until = null,
      last_error = null
    where id = $1 and lease_owner = $2 and state = 'pending' returning id`;

  it('can plan an effect, offer it, claim it, send its mail and settle it on the newest schema', async () => {
    const query = (sql: string, values: readonly unknown[]) => desk.database.query(sql, values);
    const id = `${requestId}/1/letter`;
    await query(INSERT, [requestId, [id], ['send-letter'], ['mail'], ['{}'], [new Date(0).toISOString()]]);
    expect(await query(OFFER, [5, 100])).toEqual([{ id, kind: 'send-letter', queue: 'mail' }]);
    expect(await query(CLAIM, [id, 'older', 30, ['send-letter']])).toHaveLength(1);
    const mail = randomUUID();
    await query(MAIL, [
      mail,
      requestId,
      id,
      0,
      'acknowledgement',
      'fi',
      `<${mail}@example.org>`,
      Buffer.from('sealed'),
    ]);
    expect(await query(MARK, [mail, 'sending', id, 'older'])).toHaveLength(1);
    expect(await query(SETTLE, [id, 'older'])).toEqual([{ id }]);
  });
});
