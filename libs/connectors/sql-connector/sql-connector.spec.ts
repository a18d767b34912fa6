import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Pool } from 'pg';
import { describeConnector } from '#test/support/connector-conformance';
import { AINO, TODAY, type ConformancePerson } from '#test/support/connector-fixture';
import { createTestDatabase, type TestDatabase } from '#test/support/database';
import { openTestPool } from '#test/support/pool';
import { startSqlRegister } from '#test/support/sql-register';
import type { ProvenIdentifier } from '../identifier.js';
import { SqlConnector } from './sql-connector.js';
import { DEFAULT_LIMITS } from './session.js';

let database: TestDatabase;
let admin: Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  admin = openTestPool(database.url, 1);
});

afterAll(async () => {
  await admin.end();
  await database.drop();
});

const startSystem = (people: readonly ConformancePerson[]) => startSqlRegister(admin, database.url, people);

type System = Awaited<ReturnType<typeof startSystem>>;

const withSystem = async (work: (system: System) => Promise<void>): Promise<void> => {
  const system = await startSystem([AINO]);
  try {
    await work(system);
  } finally {
    await system.stop();
  }
};

const aino: readonly ProvenIdentifier[] = [{ kind: 'person', value: AINO.number, status: 'on_file' }];

describeConnector('a PostgreSQL database', startSystem);

describe('the connector to a PostgreSQL database', () => {
  it('returns values as the database has them: digits, dates and instants in UTC', () =>
    withSystem(async ({ connector }) => {
      const { collections } = await connector.collect(aino);
      const [person] = collections.find(({ id }) => id === 'people')?.rows ?? [];
      expect(person?.values).toMatchObject({ balance: '10.10', meter: '643007000000000101' });
      const vouchers = collections.find(({ id }) => id === 'vouchers');
      expect(vouchers?.rows.map(({ values }) => values['at']).toSorted()[0]).toBe('2019-12-31T10:00:00+00:00');
      expect(vouchers?.fields.map(({ type }) => type)).toEqual(['text', 'date', 'instant']);
    }));

  it('stops at more rows than a person plausibly has', () =>
    withSystem(async ({ pool, definition }) => {
      const connector = (rows: number) => new SqlConnector(pool, definition, { ...DEFAULT_LIMITS, rows });
      await expect(connector(1).collect(aino)).rejects.toMatchObject({ code: 'too-many-rows' });
      await expect(connector(2).collect(aino)).resolves.toMatchObject({ id: 'test-register' });
    }));

  it('stops at more bytes of files than a package may have', () =>
    withSystem(async ({ pool, definition }) => {
      const connector = (fileBytes: number) => new SqlConnector(pool, definition, { ...DEFAULT_LIMITS, fileBytes });
      await expect(connector(8).collect(aino)).rejects.toMatchObject({ code: 'too-large' });
      await expect(connector(9).collect(aino)).resolves.toMatchObject({ files: [{ name: 'notes-1-enclosure.txt' }] });
    }));

  it('refuses a row that the database takes for the subject’s and that is not', () =>
    withSystem(async ({ connector, schema }) => {
      // To this collation k-1001 and K-1001 are equal, so the database returns both.
      await admin.query(`
        CREATE COLLATION ${schema}.loose (provider = icu, locale = 'und-u-ks-level1', deterministic = false);
        ALTER TABLE ${schema}.vouchers DROP CONSTRAINT vouchers_person_number_fkey;
        ALTER TABLE ${schema}.people DROP CONSTRAINT people_number_key, ALTER number TYPE text COLLATE ${schema}.loose;
        INSERT INTO ${schema}.people (id, number, name, "Email") VALUES (9, 'k-1001', 'Toinen', 'toinen@example.com')`);
      await expect(connector.collect(aino)).rejects.toMatchObject({ code: 'foreign-row' });
    }));

  it('refuses a row that the database finds by a contact and that has another', () =>
    withSystem(async ({ connector, schema }) => {
      // To this collation an accent makes no difference.
      await admin.query(`
        CREATE COLLATION ${schema}.loose (provider = icu, locale = 'und-u-ks-level1', deterministic = false);
        ALTER TABLE ${schema}.people ALTER "Email" TYPE text COLLATE ${schema}.loose;
        UPDATE ${schema}.people SET "Email" = 'väinö@example.com'`);
      const vaino = [{ kind: 'email', value: 'vaino@example.com', status: 'verified' }] as const;
      await expect(connector.collect(vaino)).rejects.toMatchObject({ code: 'foreign-row' });
    }));

  it('knows a phone number with a remark beside it', () =>
    withSystem(async ({ connector, schema }) => {
      await admin.query(`UPDATE ${schema}.people SET phone = '048 000 0001 (koti)'`);
      const phone = { kind: 'phone', value: '+358480000001' } as const;
      const [candidate] = await connector.locate([{ ...phone, status: 'claimed' }]);
      expect(candidate?.contacts[1]).toMatchObject(phone);
      const { collections } = await connector.collect([{ ...phone, status: 'verified' }]);
      expect(collections.find(({ id }) => id === 'people')?.rows[0]?.owner).toEqual(phone);
    }));

  it('follows no link that is empty', () =>
    withSystem(async ({ connector, schema }) => {
      await admin.query(`
        ALTER TABLE ${schema}.people DROP CONSTRAINT people_pkey CASCADE;
        ALTER TABLE ${schema}.people ALTER id DROP NOT NULL;
        UPDATE ${schema}.people SET id = NULL`);
      const { collections } = await connector.collect(aino);
      expect(collections.find(({ id }) => id === 'notes')?.rows).toEqual([]);
    }));

  it('gives up on a query that takes too long', () =>
    withSystem(async ({ pool, definition, schema }) => {
      await admin.query(`
        ALTER TABLE ${schema}.bans RENAME TO bans_behind;
        CREATE VIEW ${schema}.bans AS SELECT b.* FROM ${schema}.bans_behind b, pg_sleep(5)`);
      const connector = new SqlConnector(pool, definition, { ...DEFAULT_LIMITS, statementMilliseconds: 100 });
      const subject: ProvenIdentifier[] = [...aino, { kind: 'email', value: AINO.email, status: 'verified' }];
      await expect(connector.collect(subject)).rejects.toMatchObject({ code: 'timed-out', retry: true });
    }));

  it('survives a server that hangs up in the middle of a query', () =>
    withSystem(async ({ connector, schema, pool }) => {
      await admin.query(`
        ALTER TABLE ${schema}.vouchers RENAME TO vouchers_behind;
        CREATE VIEW ${schema}.vouchers AS
          SELECT v.* FROM ${schema}.vouchers_behind v, pg_terminate_backend(pg_backend_pid())`);
      await expect(connector.collect(aino)).rejects.toMatchObject({ code: 'unavailable', retry: true });
      expect(pool.totalCount).toBe(0);
    }));

  it('cannot write while it reads, not even through a view', () =>
    withSystem(async ({ connector, schema }) => {
      await admin.query(`
        CREATE FUNCTION ${schema}.meddle() RETURNS int LANGUAGE sql AS
          $$ INSERT INTO ${schema}.people (id, number, name, "Email") VALUES (9, 'K-9', 'x', 'x') RETURNING 1 $$;
        ALTER TABLE ${schema}.vouchers RENAME TO vouchers_behind;
        CREATE VIEW ${schema}.vouchers AS SELECT v.* FROM ${schema}.vouchers_behind v, ${schema}.meddle()`);
      await expect(connector.collect(aino)).rejects.toMatchObject({ code: 'failed' });
    }));

  it.each([
    ['a rule that ignores deletion', 'CREATE RULE stay AS ON DELETE TO vouchers DO INSTEAD NOTHING'],
    [
      'a trigger that restores a name',
      `CREATE FUNCTION restore() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.name := OLD.name; RETURN NEW; END';
       CREATE TRIGGER restore BEFORE UPDATE ON people FOR EACH ROW EXECUTE FUNCTION restore()`,
    ],
    [
      'a foreign key nobody described',
      `CREATE TABLE archive AS SELECT person_id, place FROM "notes ""of"" people";
       ALTER TABLE archive ADD FOREIGN KEY (person_id, place) REFERENCES "notes ""of"" people"`,
    ],
  ])('undoes the erasure as a whole when %s keeps data', (_what, sql) =>
    withSystem(async ({ connector, schema, dump }) => {
      const plan = await connector.planErasure(aino, TODAY);
      await admin.query(`SET search_path TO ${schema}; ${sql}`);
      const before = await dump();
      await expect(connector.erase(aino, plan)).rejects.toMatchObject({ code: 'erasure-incomplete' });
      expect(await dump()).toBe(before);
    }),
  );

  it.each([
    ['ALTER TABLE vouchers RENAME TO receipts', 'there is no table vouchers'],
    ['ALTER TABLE people RENAME phone TO mobile', 'table people has no column phone'],
    ['ALTER TABLE people ADD shoe_size int', 'column shoe_size of table people is not described'],
    [
      'UPDATE people SET phone = 1; ALTER TABLE people ALTER phone SET NOT NULL',
      'column phone of table people cannot be cleared, because it may not be null',
    ],
    [
      'UPDATE people SET name = 1; ALTER TABLE people ALTER name TYPE int USING name::int',
      'column name of table people is not text, so it cannot be overwritten with a word',
    ],
    ['ALTER TABLE vouchers ALTER issued_on TYPE timestamp', 'column issued_on of table vouchers must be a date'],
  ])('says in one sentence what is different after %s', (sql, sentence) =>
    withSystem(async ({ connector, schema }) => {
      await connector.check();
      await admin.query(`SET search_path TO ${schema}; ${sql}`);
      const wrong = { code: 'wrong-definition', message: `Register test-register: ${sentence}.` };
      await expect(connector.check()).rejects.toMatchObject(wrong);
      await expect(connector.collect(aino)).rejects.toMatchObject(wrong);
    }),
  );

  it('refuses what its definition does not let it do', () =>
    withSystem(async ({ pool, definition }) => {
      const connector = new SqlConnector(pool, { ...definition, capabilities: ['collect'] });
      const plan = { register: definition.id, plannedOn: TODAY, entries: [] };
      const notCapable = { code: 'not-capable' };
      await expect(connector.planErasure(aino, TODAY)).rejects.toMatchObject(notCapable);
      await expect(connector.erase(aino, plan)).rejects.toMatchObject(notCapable);
      await expect(connector.suppressMarketing([], TODAY)).rejects.toMatchObject(notCapable);
    }));

  it('leaves the pool usable after a failure', () =>
    withSystem(async ({ connector, schema, pool }) => {
      await admin.query(`ALTER TABLE ${schema}.people ADD shoe_size int`);
      for (let times = 0; times < 5; times += 1) await connector.check().catch(() => undefined);
      await admin.query(`ALTER TABLE ${schema}.people DROP shoe_size`);
      await connector.check();
      expect(pool.idleCount).toBe(pool.totalCount);
    }));
});
