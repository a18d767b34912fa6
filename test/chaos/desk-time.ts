import type { Database } from '#persistence/database';

/** Moves the desk's time and remembers its course, so that "early" can be judged outside of the desk. */
export class DeskTime {
  readonly #database: Database;
  /** How far the desk was ahead, in hours, from a moment of this machine on. */
  readonly #course: { readonly from: number; readonly ahead: number }[] = [{ from: 0, ahead: 0 }];

  constructor(database: Database) {
    this.#database = database;
  }

  get #ahead(): number {
    return this.#course.at(-1)?.ahead ?? 0;
  }

  /** Tries until the database is there; the course then holds both sides of the moment it happened. */
  async move(hours: number): Promise<void> {
    const ahead = this.#ahead + hours;
    this.#course.push({ from: Date.now(), ahead: Math.max(ahead, this.#ahead) });
    for (;;) {
      try {
        await this.#database.query('update artikla.time_shift set shift = make_interval(hours => $1)', [ahead]);
        break;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
    this.#course.push({ from: Date.now(), ahead });
  }

  /** The latest that the desk's time can have been at or before a moment of this machine, in milliseconds. */
  latestUpTo(moment: number): number {
    return this.#course.reduce((latest, { from, ahead }, index) => {
      const until = Math.min(moment, this.#course[index + 1]?.from ?? Infinity);
      return from > moment ? latest : Math.max(latest, until + ahead * 3_600_000);
    }, 0);
  }
}
