import type { Pool, PoolClient } from 'pg';

/** Where SQL runs: the pool, or one open transaction. Values are always bound. */
export interface SqlSession {
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

const sessionOf = (client: Pool | PoolClient): SqlSession => ({
  query: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
    (await client.query<Row>(sql, [...values])).rows,
});

/**
 * Hand-written SQL on the ORM's own connection pool, for what must be one statement or one round trip: claims, the
 * ledger, mail states (durability, finding 9). Screens, forms and settings use entities.
 */
export class Database implements SqlSession {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async query<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return sessionOf(this.#pool).query<Row>(sql, values);
  }

  /**
   * Like `query`, but planned once per connection under this name: for statements that run all the time and take longer to
   * plan than to run. One name belongs to one text for ever.
   */
  async prepared<Row extends object>(name: string, text: string, values: readonly unknown[]): Promise<Row[]> {
    return (await this.#pool.query<Row>({ name, text, values: [...values] })).rows;
  }

  /** Runs `work` in one transaction: all of it or nothing. */
  async transaction<T>(work: (session: SqlSession) => Promise<T>): Promise<T> {
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
