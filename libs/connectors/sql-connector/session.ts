import type { Pool, PoolClient } from 'pg';
import { ConnectorError, type ConnectorErrorCode } from '../connector-error.js';
import { readCatalogue, type Catalogue } from './catalogue.js';
import type { RegisterDefinition } from './definition.js';

/** What one call may cost the system it asks. */
export interface Limits {
  /** Rows per collection: more than a person plausibly has, so more means the wrong rows. */
  readonly rows: number;
  readonly fileBytes: number;
  readonly statementMilliseconds: number;
}

export const DEFAULT_LIMITS: Limits = { rows: 10_000, fileBytes: 256 * 1024 * 1024, statementMilliseconds: 30_000 };

/** One transaction on one register. */
export interface Session {
  readonly register: RegisterDefinition;
  readonly catalogue: Catalogue;
  readonly limits: Limits;
  query<Row extends object>(text: string, values: readonly unknown[]): Promise<Row[]>;
  /** Runs a statement and returns how many rows it changed. */
  change(text: string, values: readonly unknown[]): Promise<number>;
}

/** SQLSTATE codes and classes. A foreign key that forbids a deletion (23503) leaves data behind. */
const STATES: readonly (readonly [prefix: string, code: ConnectorErrorCode])[] = [
  ['57014', 'timed-out'],
  ['55P03', 'timed-out'],
  ['23503', 'erasure-incomplete'],
  ['42', 'wrong-definition'],
  ['08', 'unavailable'],
  ['53', 'unavailable'],
  ['57P', 'unavailable'],
];

/** Drivers quote rows in their messages and details, so only the code is looked at and nothing of the error is kept. */
const codeOf = (error: unknown): ConnectorErrorCode => {
  const state = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = STATES.find(([prefix]) => state.startsWith(prefix))?.[1];
  return known ?? (/^[0-9A-Z]{5}$/.test(state) ? 'failed' : 'unavailable');
};

/** For this transaction only. The search path keeps functions of the same name in other schemas out of our queries. */
const SETTINGS = `
  SELECT set_config('statement_timeout', $1, true), set_config('lock_timeout', $1, true),
         set_config('search_path', 'pg_catalog', true), set_config('timezone', 'UTC', true)`;

const inTransaction = async <Result>(
  client: PoolClient,
  register: RegisterDefinition,
  limits: Limits,
  mode: 'READ ONLY' | 'READ WRITE',
  work: (session: Session) => Promise<Result>,
): Promise<Result> => {
  const run = async <Row extends object>(text: string, values: readonly unknown[]) => {
    try {
      return await client.query<Row>(text, [...values]);
    } catch (error) {
      throw new ConnectorError(codeOf(error), register.id);
    }
  };
  const query = async <Row extends object>(text: string, values: readonly unknown[]) =>
    (await run<Row>(text, values)).rows;

  // One snapshot for all statements: the copy shows the register as it was at one moment.
  await run(`BEGIN ISOLATION LEVEL REPEATABLE READ ${mode}`, []);
  await run(SETTINGS, [String(limits.statementMilliseconds)]);
  const catalogue = await readCatalogue(register, query);
  catalogue.check();
  const change = async (text: string, values: readonly unknown[]) => (await run(text, values)).rowCount ?? 0;
  const result = await work({ register, catalogue, limits, query, change });
  await run('COMMIT', []);
  return result;
};

/** Does `work` in one transaction that holds as a whole or not at all. Throws ConnectorError for all that the system does. */
export const withSession = async <Result>(
  pool: Pool,
  register: RegisterDefinition,
  limits: Limits,
  mode: 'READ ONLY' | 'READ WRITE',
  work: (session: Session) => Promise<Result>,
): Promise<Result> => {
  const client = await pool.connect().catch(() => {
    throw new ConnectorError('unavailable', register.id);
  });
  // A connection lost while it is lent out also says so by an event, which nobody else hears.
  const ignore = (): void => undefined;
  client.on('error', ignore);
  try {
    const result = await inTransaction(client, register, limits, mode, work);
    client.off('error', ignore).release();
    return result;
  } catch (error) {
    // A connection that cannot roll back is broken and must not return to the pool.
    const intact = await client.query('ROLLBACK').then(
      () => true,
      () => false,
    );
    client.off('error', ignore).release(!intact);
    throw error;
  }
};
