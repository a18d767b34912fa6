import { escapeIdentifier, type Pool } from 'pg';
import { parseRegisters, type RegisterDefinition } from '#connectors/sql-connector/definition';
import { SqlConnector } from '#connectors/sql-connector/sql-connector';
import type { ConformancePerson } from './connector-fixture.js';
import { openTestPool } from './pool.js';

const label = (text: string) => ({ fi: `${text} (fi)`, sv: `${text} (sv)`, en: text });
const column = (name: string, erasure = 'keep') => ({ name, label: label(name), erasure });

/** Hard to please on purpose: odd names, a two-column key, a column that is neither null nor repeated. */
const definitionOf = (schema: string): RegisterDefinition => {
  const [definition] = parseRegisters({
    financialYearEnd: '12-31',
    registers: [
      {
        id: 'test-register',
        name: label('Test register'),
        dataClass: 'basic',
        capabilities: ['collect', 'plan_erasure', 'erase', 'suppress_marketing'],
        schema,
        collections: [
          {
            id: 'notes',
            name: label('Notes'),
            table: 'notes "of" people',
            key: ['person_id', 'place'],
            belongsTo: [{ column: 'person_id', collection: 'people', references: 'id' }],
            columns: [column('text'), { ...column('enclosure'), file: { mediaType: 'text/plain', extension: 'txt' } }],
            onErasure: 'delete',
          },
          {
            id: 'people',
            name: label('People'),
            table: 'people',
            key: ['id'],
            identity: { person: 'number', email: ['Email'], phone: ['phone'], name: ['name'] },
            contacts: [
              { kind: 'email', column: 'Email', since: 'email_since' },
              { kind: 'phone', column: 'phone', since: 'phone_since' },
            ],
            registeredOn: 'registered_on',
            columns: [
              column('number'),
              column('name', 'redact'),
              column('Email', 'random'),
              column('phone', 'clear'),
              column('balance', 'clear'),
              column('meter', 'clear'),
            ],
            internal: ['id', 'email_since', 'phone_since', 'registered_on'],
            onErasure: 'delete',
          },
          {
            id: 'vouchers',
            name: label('Vouchers'),
            table: 'vouchers',
            key: ['id'],
            belongsTo: [{ column: 'person_number', collection: 'people', references: 'number' }],
            columns: [column('text'), column('issued_on'), column('at')],
            internal: ['id'],
            onErasure: 'delete',
            retention: { rule: 'accounting_voucher', date: 'issued_on' },
          },
          {
            id: 'bans',
            name: label('Bans'),
            table: 'bans',
            key: ['kind', 'contact'],
            identity: { email: ['contact'], phone: ['contact'] },
            columns: [column('kind'), column('contact'), column('since')],
            onErasure: 'delete',
            retention: { rule: 'marketing_ban' },
          },
        ],
        suppression: { list: { collection: 'bans', kind: 'kind', value: 'contact', since: 'since' } },
      },
    ],
  });
  if (definition === undefined) throw new Error('The definition of the test register is empty.');
  return definition;
};

const SCHEMA = `
  CREATE TABLE people (
    id bigint PRIMARY KEY, number text NOT NULL UNIQUE, name text NOT NULL, "Email" varchar(60) NOT NULL UNIQUE, phone text,
    balance numeric(20, 2), meter bigint, email_since date, phone_since date, registered_on date);
  CREATE TABLE "notes ""of"" people" (
    person_id bigint REFERENCES people, place smallint, text text, enclosure bytea, PRIMARY KEY (person_id, place));
  CREATE TABLE vouchers (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(), person_number text REFERENCES people (number), text text,
    issued_on date, at timestamptz);
  CREATE TABLE bans (kind text, contact text, since date, PRIMARY KEY (kind, contact));`;

const store = async (admin: Pool, schema: string, person: ConformancePerson, id: number): Promise<void> => {
  const { number, name, email, phone, emailSince, phoneSince, registeredOn, notes, vouchers, file } = person;
  await admin.query(`INSERT INTO ${schema}.people VALUES ($1, $2, $3, $4, $5, 10.10, 643007000000000101, $6, $7, $8)`, [
    id,
    number,
    name,
    email,
    phone,
    emailSince,
    phoneSince,
    registeredOn,
  ]);
  for (const [place, text] of notes.entries())
    await admin.query(`INSERT INTO ${schema}."notes ""of"" people" VALUES ($1, $2, $3, $4)`, [
      id,
      place,
      text,
      place === 0 ? Buffer.from(file) : null,
    ]);
  for (const { issuedOn, text } of vouchers)
    await admin.query(`INSERT INTO ${schema}.vouchers (person_number, text, issued_on, at) VALUES ($1, $2, $3, $4)`, [
      number,
      text,
      issuedOn,
      `${issuedOn}T12:00:00+02`,
    ]);
};

let schemas = 0;

/** A register in a schema of its own, with these people in it, and what a test may do to it behind the connector's back. */
export const startSqlRegister = async (admin: Pool, url: string, people: readonly ConformancePerson[]) => {
  schemas += 1;
  const definition = definitionOf(`register ${schemas}`);
  const schema = escapeIdentifier(definition.schema);
  await admin.query(`CREATE SCHEMA ${schema}; SET search_path TO ${schema}; ${SCHEMA}`);
  for (const [index, person] of people.entries()) await store(admin, schema, person, index + 1);
  const pool = openTestPool(url);
  const tables = ['people', '"notes ""of"" people"', 'vouchers', 'bans'].map((table) => `${schema}.${table}`);
  return {
    connector: new SqlConnector(pool, definition),
    definition,
    pool,
    schema,
    dump: async () => {
      const texts: string[] = [];
      for (const table of tables) {
        const { rows } = await admin.query<{ text: string }>(
          `SELECT coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '') AS text FROM ${table} t`,
        );
        texts.push(rows[0]?.text ?? '');
      }
      return texts.join('\n').replace(/\\x([0-9a-f]*)/g, (_, hex: string) => Buffer.from(hex, 'hex').toString());
    },
    addNote: async (person: ConformancePerson, text: string) => {
      await admin.query(
        `INSERT INTO ${schema}."notes ""of"" people" SELECT id, 99, $2 FROM ${schema}.people WHERE number = $1`,
        [person.number, text],
      );
    },
    disconnect: async () => {
      await pool.end();
    },
    stop: async () => {
      if (!pool.ended) await pool.end();
      await admin.query(`DROP SCHEMA ${schema} CASCADE`);
    },
  };
};
