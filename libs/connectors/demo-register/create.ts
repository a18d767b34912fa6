import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool, PoolClient } from 'pg';
import { callsOf, consentsOf, leads } from './contacts.js';
import { customerHistory } from './history.js';
import { demoPeople, type DemoPerson } from './people.js';

/** One statement per table: the rows travel as JSON and PostgreSQL reads each column in its own type. */
const fill = (client: PoolClient, table: string, rows: readonly object[]) =>
  client.query(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1)`, [
    JSON.stringify(rows),
  ]);

const fillAll = async (client: PoolClient, people: readonly DemoPerson[], today: Temporal.PlainDate): Promise<void> => {
  const numbered = people.map((person, index) => [person, index + 1] as const);
  const histories = numbered.map(([person, id]) => customerHistory(person, id, today));
  await fill(
    client,
    'customer_register.customers',
    histories.map(({ customer }) => customer),
  );
  await fill(
    client,
    'customer_register.contracts',
    histories.flatMap(({ contracts }) => contracts),
  );
  await fill(
    client,
    'customer_register.invoices',
    histories.flatMap(({ invoices }) => invoices),
  );
  await fill(
    client,
    'telephony.calls',
    numbered.flatMap(([person, id]) => callsOf(person, id, today)),
  );
  await fill(client, 'marketing.consents', [
    ...numbered.flatMap(([person, id]) => consentsOf(person, id, today)),
    ...leads(today),
  ]);
};

/**
 * Makes the demo company's systems in an empty database of their own, all of them or none; a database that has them is
 * left as it is. Dates count back from `today`. `root` is the folder that holds `data/`.
 */
export const createDemoRegister = async (
  pool: Pool,
  today: Temporal.PlainDate,
  root: string,
): Promise<DemoPerson[]> => {
  const schema = await readFile(join(root, 'data/demo/register/schema.sql'), 'utf8');
  const people = demoPeople();
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<{ made: boolean }>(
      `SELECT to_regclass('customer_register.customers') IS NOT NULL AS made`,
    );
    if (rows[0]?.made !== true) {
      await client.query(schema);
      await fillAll(client, people, today);
    }
    await client.query('COMMIT');
    return people;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
};
