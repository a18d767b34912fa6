import { setTimeout as pause } from 'node:timers/promises';
import { insist } from '#test/bench/bench';
import type { Pool } from 'pg';

const LOOK_EVERY_MS = 50;
const LONGEST_MS = 600_000;

/** Reminders that were made due together, and how to see what became of them. */
export interface ReminderBurst {
  /** How many are not done yet. */
  readonly left: () => Promise<number>;
  readonly untilDone: () => Promise<void>;
  /** Those that nobody has taken yet. */
  readonly waiting: () => Promise<readonly string[]>;
  /** Seconds from a moment of the desk to the first and to the last commit, of all or of these. */
  readonly secondsFrom: (
    moment: string,
    of?: readonly string[],
  ) => Promise<{ readonly first: number; readonly last: number }>;
  /** Throws unless each was sent, and sent once. */
  readonly check: () => Promise<void>;
}

/** The desk's own time, as text that keeps all digits. */
export const deskNow = async (pool: Pool): Promise<string> => {
  const { rows } = await pool.query<{ now: string }>('select artikla.now()::text as now');
  return rows[0]?.now ?? '';
};

/**
 * Makes reminders of as many open requests due in the same second, `inSeconds` from now. Their dates lie ahead, so each
 * is still wanted when it comes early.
 */
export const makeRemindersDue = async (pool: Pool, count: number, inSeconds: number): Promise<ReminderBurst> => {
  const { rows: before } = await pool.query<{ position: string }>(
    'select coalesce(max(position), 0) as position from ledger_entry',
  );
  const position = before[0]?.position;
  const { rows } = await pool.query<{ id: string }>(
    `update effect set due_at = artikla.now() + make_interval(secs => $2) where id in (
       select distinct on (request_id) id from effect
       where kind = 'remind' and state = 'pending' and due_at > artikla.now() and data like '%before_due%'
       order by request_id, due_at limit $1) returning id`,
    [count, inSeconds],
  );
  insist(rows.length === count, `${count} reminders wait`);
  const ids = rows.map(({ id }) => id);
  const left = async (): Promise<number> => {
    const { rows: open } = await pool.query<{ left: number }>(
      `select count(*)::int as left from effect where id = any ($1) and state = 'pending'`,
      [ids],
    );
    return open[0]?.left ?? 0;
  };
  return {
    left,
    untilDone: async () => {
      const giveUp = performance.now() + LONGEST_MS;
      while ((await left()) > 0) {
        insist(performance.now() < giveUp, 'every reminder that is due is sent in the end');
        await pause(LOOK_EVERY_MS);
      }
    },
    waiting: async () => {
      const { rows: waiting } = await pool.query<{ id: string }>(
        `select id from effect where id = any ($1) and state = 'pending' and lease_owner is null`,
        [ids],
      );
      return waiting.map(({ id }) => id);
    },
    secondsFrom: async (moment, of = ids) => {
      const { rows: times } = await pool.query<{ first: number; last: number }>(
        `select extract(epoch from min(done_at) - $2::timestamptz)::float8 as first,
           extract(epoch from max(done_at) - $2::timestamptz)::float8 as last
         from effect where id = any ($1)`,
        [of, moment],
      );
      insist(typeof times[0]?.first === 'number', 'something was done after that moment');
      return times[0];
    },
    check: async () => {
      // Sending one may plan another that is due at once; that one is not counted.
      const { rows: sent } = await pool.query<{ entries: number; effects: number }>(
        `select count(*)::int as entries, count(distinct effect.id)::int as effects from effect join ledger_entry entry
           on entry.request_id = effect.request_id and entry.position > $2 and entry.type = 'reminderSent'
             and entry.data::jsonb ->> 'reminder' = effect.data::jsonb ->> 'reminder'
         where effect.id = any ($1)`,
        [ids, position],
      );
      insist(sent[0]?.entries === count && sent[0].effects === count, 'each reminder was sent once');
    },
  };
};
