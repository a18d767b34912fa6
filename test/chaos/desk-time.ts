import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { Database } from '#persistence/database';

const HOUR_MS = 3_600_000;
const TIME_ZONE = 'Europe/Helsinki';

/**
 * The clock of the database, shadowed for whoever finds this schema before PostgreSQL's own: from outside nothing tells it
 * from a server whose clock was set wrong.
 */
const WRONG_CLOCK = `
  create schema wrong;
  create table wrong.clock (ahead interval not null);
  insert into wrong.clock values ('0');
  create function wrong.clock_timestamp() returns timestamptz language sql volatile
    as 'select pg_catalog.clock_timestamp() + ahead from wrong.clock';
  create function wrong.statement_timestamp() returns timestamptz language sql stable
    as 'select pg_catalog.statement_timestamp() + ahead from wrong.clock';
  create function wrong.now() returns timestamptz language sql stable
    as 'select pg_catalog.now() + ahead from wrong.clock'`;

/** Has every session of this database that begins from now on tell the time by a clock that `DeskTime` may set wrong. */
export const shadowClock = async (url: string): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(WRONG_CLOCK);
    await client.query(
      `alter database ${new URL(url).pathname.slice(1)} set search_path to "$user", public, wrong, pg_catalog`,
    );
  } finally {
    await client.end();
  }
};

/** Moves the desk's time and remembers its course, so that "early" can be judged outside of the desk. */
export class DeskTime {
  readonly #database: Database;
  /** How far the desk was ahead, in hours, from a moment of this machine on. */
  readonly #course: { readonly from: number; readonly ahead: number }[] = [{ from: 0, ahead: 0 }];
  #shift = 0;
  #wrong = 0;

  constructor(database: Database) {
    this.#database = database;
  }

  get #ahead(): number {
    return this.#course.at(-1)?.ahead ?? 0;
  }

  /** Shifts the time that the desk goes by, as a demo does. */
  async move(hours: number): Promise<void> {
    this.#shift += hours;
    await this.#set('update artikla.time_shift set shift = make_interval(secs => $1)', this.#shift);
  }

  /** To this hour of the next day, at the desk. */
  async moveToNextDay(hour: number): Promise<void> {
    const now = Temporal.Instant.fromEpochMilliseconds(Math.round(Date.now() + this.#ahead * HOUR_MS));
    await this.move(24 + hour - now.toZonedDateTimeISO(TIME_ZONE).hour);
  }

  /** Sets the clock of the database itself wrong. */
  async setWrong(hours: number): Promise<void> {
    this.#wrong += hours;
    await this.#set('update wrong.clock set ahead = make_interval(secs => $1)', this.#wrong);
  }

  /** The latest that the desk's time can have been at or before a moment of this machine, in milliseconds. */
  latestUpTo(moment: number): number {
    return this.#course.reduce((latest, { from, ahead }, index) => {
      const until = Math.min(moment, this.#course[index + 1]?.from ?? Infinity);
      return from > moment ? latest : Math.max(latest, until + ahead * HOUR_MS);
    }, 0);
  }

  /** Tries until the database is there; the course then holds both sides of the moment it happened. */
  async #set(sql: string, hours: number): Promise<void> {
    const ahead = this.#shift + this.#wrong;
    this.#course.push({ from: Date.now(), ahead: Math.max(ahead, this.#ahead) });
    for (;;) {
      try {
        await this.#database.query(sql, [hours * 3600]);
        break;
      } catch {
        await pause(100);
      }
    }
    this.#course.push({ from: Date.now(), ahead });
  }
}
