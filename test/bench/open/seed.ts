import { randomBytes, randomUUIDv7 } from 'node:crypto';
import { Keyring, sealerFor } from '#persistence/keyring';
import { sealJson } from '#persistence/request-keys';
import { newReference } from '#persistence/tokens';
import type { Pool } from 'pg';

const AT_ONCE = 5000;
/** From so many on it is quicker to build indexes once than to grow them row by row. */
const WORTH_DROPPING_INDEXES = 50_000;
const TABLES = ['subject_request', 'request_key', 'ledger_entry', 'effect'] as const;

type Table = (typeof TABLES)[number];

/** What differs between a copy and its template: an expression over the copy `s` and the template's row `t`. */
const COPIED_AS: Readonly<Record<Table, Readonly<Record<string, string>>>> = {
  subject_request: { id: 's.id', reference: 's.reference', person_sealed: 's.person' },
  request_key: { request_id: 's.id', wrapped: 's.wrapped' },
  ledger_entry: { request_id: 's.id' },
  effect: { id: 'replace(t.id, t.request_id::text, s.id::text)', request_id: 's.id' },
};
const OWNER: Readonly<Record<Table, string>> = {
  subject_request: 't.id',
  request_key: 't.request_id',
  ledger_entry: 't.request_id',
  // The work that is done is left out; a reminder that is done is what tells the watch that it was not forgotten.
  effect: `(t.state = 'pending' or starts_with(t.id, t.request_id || '/remind/')) and t.request_id`,
};

/** All columns of a table that one can write; the database counts the others by itself. */
const copyStatement = async (pool: Pool, table: Table): Promise<string> => {
  const { rows } = await pool.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
       and attidentity = '' and attgenerated = '' order by attnum`,
    [table],
  );
  const names = rows.map(({ name }) => name);
  const values = names.map((name) => COPIED_AS[table][name] ?? `t.${name}`);
  return `insert into ${table} (${names.join(', ')}) select ${values.join(', ')}
    from unnest($2::uuid[], $3::text[], $4::bytea[], $5::bytea[]) as s (id, reference, person, wrapped), ${table} t
    where ${OWNER[table]} = $1::uuid`;
};

/** Indexes that only make looking up quicker; those behind a constraint stay. */
const droppableIndexes = async (pool: Pool): Promise<readonly { name: string; definition: string }[]> => {
  const { rows } = await pool.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = any ($1::regclass[]) and not exists (select from pg_constraint where conindid = indexrelid)`,
    [TABLES],
  );
  return rows;
};

const PERSON = { email: 'testi@example.org', phone: null, customerNumber: null, words: 'Sanat' };

/** A new request's own key, wrapped, and a person under it, so that whoever reads the copy can open it. */
const sealedPerson = (keyring: Keyring, id: string, place: number) => {
  const key = randomBytes(32);
  const person = sealJson(
    sealerFor(key, keyring.keyId),
    { ...PERSON, name: `Testi ${place}` },
    `subject_request:${id}:person`,
  );
  return { id, reference: newReference(), person, wrapped: keyring.wrap(key, id) };
};

/**
 * Adds open requests by copying templates straight into the tables, past the ledger: rows, keys, persons, entries and
 * waiting reminders are shaped as the ledger made them, but the hash chains of copies do not verify.
 */
export const seedOpenRequests = async (
  pool: Pool,
  keyring: Keyring,
  templates: readonly string[],
  count: number,
  say: (line: string) => void,
): Promise<void> => {
  const indexes = count >= WORTH_DROPPING_INDEXES ? await droppableIndexes(pool) : [];
  for (const { name } of indexes) await pool.query(`drop index ${name}`);
  const statements = await Promise.all(TABLES.map((table) => copyStatement(pool, table)));
  for (let done = 0, batch = 0; done < count; done += AT_ONCE, batch += 1) {
    const size = Math.min(AT_ONCE, count - done);
    const copies = Array.from({ length: size }, (_, at) => sealedPerson(keyring, randomUUIDv7(), done + at));
    const values = [
      templates[batch % templates.length],
      copies.map(({ id }) => id),
      copies.map(({ reference }) => reference),
      copies.map(({ person }) => person),
      copies.map(({ wrapped }) => wrapped),
    ];
    for (const statement of statements) await pool.query(statement, values);
    if ((done + size) % 100_000 === 0) say(`${done + size} of ${count} requests seeded`);
  }
  for (const { name, definition } of indexes) {
    say(`building the index ${name}`);
    await pool.query(definition);
  }
  await pool.query('vacuum analyze');
  await pool.query('checkpoint');
};
