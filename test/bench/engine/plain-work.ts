import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { insist } from '#test/bench/bench';

/**
 * The plain work that floor A and the peers do: a request goes through three stages, and each stage is one transaction of
 * its own that moves the row under a version check and appends an event.
 */
export const STAGES = ['fulfilled', 'answered', 'closed'] as const;

export type Stage = (typeof STAGES)[number];

/** About as much as an entry of a request's ledger holds. */
const EVENT_DATA = JSON.stringify({
  right: 'erasure',
  register: 'customers',
  rows: 12,
  files: 0,
  note: 'x'.repeat(120),
});

const TABLES = `
create table work_request (id uuid primary key, stage text not null, version int not null, changed_at timestamptz not null);
create table work_event (request_id uuid not null, seq int not null, type text not null, data text not null,
  at timestamptz not null, primary key (request_id, seq));`;

const UPDATE =
  'update work_request set stage = $2, version = $3, changed_at = now() where id = $1 and version = $3 - 1 returning id';
const INSERT = 'insert into work_event (request_id, seq, type, data, at) values ($1, $2, $3, $4, now())';
const IN_ONE = `with moved as (${UPDATE})
  insert into work_event (request_id, seq, type, data, at) select id, $3, $2, $4, now() from moved returning seq`;

/** Where the statements of one transition run: a client in a transaction, or whatever a peer offers for it. */
export interface Statements {
  query(sql: string, values: unknown[]): Promise<{ rows: unknown[] }>;
}

export const openPlainWork = async (databaseUrl: string, poolSize: number, requests: number) => {
  const pool = new Pool({ connectionString: databaseUrl, max: poolSize });
  pool.on('error', () => undefined);
  await pool.query(TABLES);
  const ids = Array.from({ length: requests }, () => randomUUID());
  await pool.query(`insert into work_request select id, 'approved', 0, now() from unnest($1::uuid[]) as id`, [ids]);
  await pool.query('analyze work_request');

  const statements = async (on: Statements, id: string, stage: Stage): Promise<void> => {
    const seq = STAGES.indexOf(stage) + 1;
    const { rows } = await on.query(UPDATE, [id, stage, seq]);
    insist(rows.length === 1, 'nobody else moved the request');
    await on.query(INSERT, [id, seq, stage, EVENT_DATA]);
  };

  return {
    pool,
    ids,
    /** The two statements of a transition, in a transaction that the caller holds. */
    statements,
    /** One transition as it is usually written: begin, update, insert, commit. */
    transition: async (id: string, stage: Stage): Promise<void> => {
      const client = await pool.connect();
      try {
        await client.query('begin');
        await statements(client, id, stage);
        await client.query('commit');
      } finally {
        client.release();
      }
    },
    /** The same as one statement, which is one round trip. */
    transitionInOne: async (id: string, stage: Stage): Promise<void> => {
      const seq = STAGES.indexOf(stage) + 1;
      const { rows } = await pool.query(IN_ONE, [id, stage, seq, EVENT_DATA]);
      insist(rows.length === 1, 'nobody else moved the request');
    },
    check: async (finished: readonly string[]): Promise<void> => {
      const { rows } = await pool.query<{ closed: number; events: number }>(
        `select (select count(*)::int from work_request where stage = 'closed' and version = 3 and id = any ($1::uuid[])) as closed,
           (select count(*)::int from work_event) as events`,
        [finished],
      );
      insist(rows[0]?.closed === finished.length, 'every request is closed');
      insist(rows[0]?.events === finished.length * STAGES.length, 'every request has three events, one per transition');
    },
  };
};

export type PlainWork = Awaited<ReturnType<typeof openPlainWork>>;
