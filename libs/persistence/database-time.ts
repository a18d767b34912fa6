import type { TimeSource } from '#domain/time-source';
import type { Database } from './database.js';

/** An instant as SQL text that `Temporal.Instant` reads: UTC, six digits of fraction. */
export const INSTANT_TEXT = (expression: string): string =>
  `to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The desk's time is the database's, so that all processes agree and a wrong worker clock decides nothing. */
export class DatabaseTime implements TimeSource {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async now(): Promise<Temporal.Instant> {
    const [row] = await this.#database.query<{ now: string }>(`select ${INSTANT_TEXT('artikla.now()')} as now`);
    if (row === undefined) throw new Error('the database told no time');
    return Temporal.Instant.from(row.now);
  }

  /** Moves the desk's time; only the demo and tests do. A day is 24 hours here. */
  async advance(by: Temporal.Duration): Promise<void> {
    const seconds = by.total({ unit: 'second', relativeTo: Temporal.PlainDate.from('2000-01-01') });
    await this.#database.query('update artikla.time_shift set shift = shift + make_interval(secs => $1)', [seconds]);
  }
}
