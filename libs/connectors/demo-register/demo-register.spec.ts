import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Pool } from 'pg';
import { createTestDatabase, type TestDatabase } from '#test/support/database';
import { openTestPool } from '#test/support/pool';
import { normaliseEmail, normalisePhone } from '../identifier.js';
import type { Connector } from '../connector.js';
import { parseRegisters } from '../sql-connector/definition.js';
import { SqlConnector } from '../sql-connector/sql-connector.js';
import { createDemoRegister } from './create.js';
import { demoPeople, type DemoDifficulty, type DemoPerson } from './people.js';

const today = Temporal.PlainDate.from('2026-11-22');
const people = demoPeople();
const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The first person with a difficulty; each has one. */
const difficult = (difficulty: DemoDifficulty): DemoPerson => {
  const person = people.find((each) => each.difficulty === difficulty);
  if (person === undefined) throw new Error(`Nobody in the demo has the difficulty ${difficulty}.`);
  return person;
};

const onFile = ({ customerNumber }: DemoPerson) =>
  [{ kind: 'person', value: customerNumber, status: 'on_file' }] as const;

describe('the people of the demo', () => {
  it('are the same five hundred every time', () => {
    expect(people).toHaveLength(500);
    expect(demoPeople()).toEqual(people);
  });

  it('can be reached nowhere: reserved mail domains and numbers that nobody has', () => {
    for (const { phone } of people) expect(normalisePhone(phone)).toMatch(/^\+35848000\d{4}$/);
    for (const email of people.flatMap((person) => person.email ?? []))
      expect(normaliseEmail(email)).toMatch(/@example\.(com|org|net)$/);
  });

  it('have customer numbers and e-mail addresses of their own', () => {
    const emails = people.flatMap(({ email }) => email ?? []);
    expect(new Set(emails).size).toBe(emails.length);
    expect(new Set(people.map(({ customerNumber }) => customerNumber)).size).toBe(500);
  });
});

describe('the systems of the demo', () => {
  let database: TestDatabase;
  let pool: Pool;
  let customers: Connector;
  let calls: Connector;
  let marketing: Connector;

  beforeAll(async () => {
    database = await createTestDatabase();
    pool = openTestPool(database.url);
    await createDemoRegister(pool, today, root);
    const definitions = await readFile(join(root, 'data/demo/registers.json'), 'utf8');
    const register = (id: string): Connector => {
      const definition = parseRegisters(JSON.parse(definitions)).find((each) => each.id === id);
      if (definition === undefined) throw new Error(`The demo has no register ${id}.`);
      return new SqlConnector(pool, definition);
    };
    customers = register('customer-register');
    calls = register('call-recordings');
    marketing = register('marketing');
  });

  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  it('look as their definitions say', async () => {
    await expect(Promise.all([customers, calls, marketing].map((each) => each.check()))).resolves.toHaveLength(3);
  });

  it('are made once: starting again leaves them as they are', async () => {
    await pool.query(`UPDATE customer_register.customers SET city = 'Hanko' WHERE id = 1`);
    await createDemoRegister(pool, today, root);
    const { rows } = await pool.query(`SELECT city FROM customer_register.customers WHERE id = 1`);
    expect(rows).toEqual([{ city: 'Hanko' }]);
  });

  it('find a person by the contact that was claimed, however the phone number is spelt', async () => {
    const person = difficult('no_email');
    const value = normalisePhone(person.phone) ?? '';
    const candidates = await customers.locate([{ kind: 'phone', value, status: 'claimed' }]);
    expect(candidates.map(({ id }) => id)).toEqual([person.customerNumber]);
  });

  it('tell that an e-mail address was changed lately', async () => {
    const { email } = difficult('changed_email');
    const [candidate] = await customers.locate([{ kind: 'email', value: email ?? '', status: 'claimed' }]);
    const contact = candidate?.contacts.find(({ kind }) => kind === 'email');
    expect(contact).toMatchObject({ onFileSince: '2026-11-10', firstRegistration: false, shared: false });
  });

  it('find both who share a phone, and do not guess whose a call from it is', async () => {
    const person = difficult('shared_phone');
    const candidates = await customers.locate([{ kind: 'phone', value: person.phone, status: 'claimed' }]);
    expect(candidates).toHaveLength(2);
    expect(candidates.every(({ contacts }) => contacts.find(({ kind }) => kind === 'phone')?.shared)).toBe(true);
    const subject = [...onFile(person), { kind: 'phone', value: person.phone, status: 'on_file' } as const];
    await expect(calls.collect(subject)).rejects.toMatchObject({ code: 'ambiguous-subject' });
  });

  it('hold recordings that are real audio', async () => {
    const { rows } = await pool.query<{ owner: string }>(
      'SELECT customer_number AS owner FROM telephony.calls WHERE recording IS NOT NULL AND customer_number IS NOT NULL LIMIT 1',
    );
    const { files } = await calls.collect([{ kind: 'person', value: rows[0]?.owner ?? '', status: 'on_file' }]);
    const [recording] = files;
    expect(recording?.mediaType).toBe('audio/wav');
    expect(Buffer.from(recording?.bytes ?? []).toString('latin1', 0, 4)).toBe('RIFF');
    expect(recording?.bytes.length).toBeGreaterThan(8000);
  });

  it('end the consent of exactly the contact that is banned from marketing', async () => {
    const consents = async () => {
      const { rows } = await pool.query<{ contact: string; withdrawn_on: string | null }>(
        `SELECT contact, withdrawn_on::text FROM marketing.consents WHERE consented ORDER BY id`,
      );
      return rows;
    };
    const before = await consents();
    const banned = before.find(({ contact }) => contact.includes('@'));
    const contact = banned?.contact ?? '';
    await marketing.suppressMarketing(
      [{ kind: 'email', value: contact.toUpperCase(), status: 'claimed' }],
      '2026-11-22',
    );
    expect(await consents()).toEqual(before.filter((row) => row !== banned));
    await marketing.suppressMarketing([{ kind: 'email', value: contact, status: 'verified' }], '2026-12-24');
    const { rows } = await pool.query(
      'SELECT consented, withdrawn_on::text FROM marketing.consents WHERE contact = $1',
      [contact],
    );
    expect(rows).toEqual([{ consented: false, withdrawn_on: '2026-11-22' }]);
  });

  it('keep a customer whole whose contract is in force', async () => {
    const plan = await customers.planErasure(onFile(difficult('accented_name')), today.toString());
    const entry = plan.entries.find(({ collection }) => collection === 'customers');
    expect(entry).toMatchObject({ action: 'keep', retention: { rule: 'contract_in_force', until: null } });
  });

  it('let everything of a customer who left long ago go', async () => {
    const plan = await customers.planErasure(onFile(difficult('left_long_ago')), today.toString());
    expect(new Set(plan.entries.map(({ action }) => action))).toEqual(new Set(['delete']));
    expect(new Set(plan.entries.map(({ collection }) => collection)).size).toBe(3);
  });

  it('keep the vouchers of a customer who left recently, and only a skeleton of the rest', async () => {
    const plan = await customers.planErasure(onFile(difficult('left_recently')), today.toString());
    const actions = (id: string) =>
      plan.entries.filter(({ collection }) => collection === id).map(({ action }) => action);
    expect(new Set(actions('customers'))).toEqual(new Set(['anonymise']));
    expect(new Set(actions('contracts'))).toEqual(new Set(['anonymise']));
    expect(new Set(actions('invoices'))).toEqual(new Set(['keep']));
  });
});
