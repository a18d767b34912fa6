import { AsyncLocalStorage } from 'node:async_hooks';
import { insist } from '#test/bench/bench';
import type { Pool, PoolClient, QueryConfig } from 'pg';

/** A statement as it was handed to the client: its text and values, or both with the name it is prepared under. */
type Asked = readonly [sql: string | QueryConfig, values?: unknown[]];

interface Statement {
  readonly asked: Asked;
  rows: number;
}

/** Statements that ran on one connection, in their order; one alone needs no connection of its own. */
type Visit = Statement[];

/** What one piece of work asked of the database. */
export type Script = readonly Visit[];

type Query = (...asked: Asked) => Promise<{ readonly rowCount: number | null }>;

/** The client writes into what it is handed, so each call gets its own. */
const copyOf = ([sql, ...values]: Asked): Asked => [typeof sql === 'string' ? sql : { ...sql }, ...values];

const rowsOf = ({ rowCount }: { readonly rowCount: number | null }): number => rowCount ?? 0;

/** Writes down what runs on a pool, piece of work by piece of work. */
export class Recorder {
  readonly #current = new AsyncLocalStorage<Visit[]>();

  constructor(pool: Pool) {
    const query = pool.query.bind(pool) as Query;
    const connect = pool.connect.bind(pool) as (taken?: unknown) => Promise<PoolClient>;
    const within =
      (visit: Visit, run: Query): Query =>
      async (...asked) => {
        const statement: Statement = { asked: copyOf(asked), rows: 0 };
        visit.push(statement);
        const result = await run(...asked);
        statement.rows = rowsOf(result);
        return result;
      };
    const begun = (): Visit => {
      const visit: Visit = [];
      this.#current.getStore()?.push(visit);
      return visit;
    };
    Object.assign(pool, {
      query: (...asked: Asked) => within(begun(), query)(...asked),
      // The pool's own query takes its connection by a callback; it has been written down already.
      connect: async (taken?: unknown) => {
        if (taken !== undefined) return connect(taken);
        const client = await connect();
        const release = client.release.bind(client);
        const own = client.query.bind(client) as Query;
        Object.assign(client, {
          query: within(begun(), own),
          release: (broken?: Error) => {
            Object.assign(client, { query: own, release });
            release(broken);
          },
        });
        return client;
      },
    });
  }

  async record(work: () => Promise<void>): Promise<Script> {
    const script: Visit[] = [];
    await this.#current.run(script, work);
    return script;
  }
}

const repeat = async (on: Pool | PoolClient, { asked, rows }: Statement): Promise<void> => {
  const result = await (on.query as Query).call(on, ...copyOf(asked));
  insist(rowsOf(result) === rows, 'a repeated statement finds as many rows as it did when it was recorded');
};

/** Runs the same statements with the same values again, on a copy of the database they were recorded on. */
export const replay = async (pool: Pool, script: Script): Promise<void> => {
  for (const visit of script) {
    const [only, ...more] = visit;
    if (only !== undefined && more.length === 0) {
      await repeat(pool, only);
      continue;
    }
    const client = await pool.connect();
    try {
      for (const statement of visit) await repeat(client, statement);
    } finally {
      client.release();
    }
  }
};
