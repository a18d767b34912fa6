import { Turns } from './turns.js';
import type { Pool, PoolClient } from 'pg';
import type { Statement } from './statement.js';

/** Where SQL runs: the pool, or one open transaction. Values are always bound. */
export interface SqlSession {
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Like `query`, but planned once per connection: for what runs all the time and takes longer to plan than to run. */
  prepared<Row extends object>(statement: Statement, values: readonly unknown[]): Promise<Row[]>;
}

/** Never held by transactions: whoever is in one may ask something beside it, and must not wait for others in the same place. */
const SPARE_CONNECTIONS = 4;

const sessionOf = (client: Pool | PoolClient): SqlSession => ({
  query: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
    (await client.query<Row>(sql, [...values])).rows,
  prepared: async <Row extends object>({ name, text }: Statement, values: readonly unknown[]) =>
    (await client.query<Row>({ name, text, values: [...values] })).rows,
});

/**
 * Hand-written SQL on the ORM's own connection pool, for what must be one statement or one round trip: claims, the
 * ledger, mail states (durability, finding 9). Screens, forms and settings use entities.
 */
export class Database implements SqlSession {
  readonly #pool: Pool;
  readonly #transactions: Turns;

  constructor(pool: Pool) {
    this.#pool = pool;
    this.#transactions = new Turns(Math.max(1, pool.options.max - SPARE_CONNECTIONS));
  }

  async query<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return sessionOf(this.#pool).query<Row>(sql, values);
  }

  async prepared<Row extends object>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    return sessionOf(this.#pool).prepared<Row>(statement, values);
  }

  /** Runs `work` in one transaction: all of it or nothing. */
  transaction<T>(work: (session: SqlSession) => Promise<T>): Promise<T> {
    return this.#transactions.take(() => this.#transaction(work));
  }

  async #transaction<T>(work: (session: SqlSession) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      const result = await work(sessionOf(client));
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((rollbackError: unknown) => {
        broken = rollbackError instanceof Error ? rollbackError : new Error('rollback failed');
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }
}
