import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '#persistence/database';

export interface Blow {
  readonly fault: string;
  /** Seconds from the blow until all that was due at that moment was done; null when nothing was, or never. */
  readonly recovery: number | null;
}

const LOOK_EVERY_MS = 250;

const DUE_NOW = `select id from effect where state = 'pending' and greatest(due_at, retry_at) <= artikla.now()`;
const STILL_DUE = `select count(*)::int as left from effect where state = 'pending' and id = any ($1::text[])`;

/** Measures from outside how long it takes until what a blow met is done. */
export class Recoveries {
  readonly #database: Database;
  readonly #blows: Promise<Blow>[] = [];
  #over = false;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Notes what is due at this moment, and goes on looking for it. */
  watch(fault: string): void {
    this.#blows.push(this.#watch(fault));
  }

  /** What has not been done by now never was. */
  end(): Promise<readonly Blow[]> {
    this.#over = true;
    return Promise.all(this.#blows);
  }

  async #watch(fault: string): Promise<Blow> {
    const struck = performance.now();
    const due = await this.#database.query<{ id: string }>(DUE_NOW).catch(() => []);
    const ids = due.map(({ id }) => id);
    while (ids.length > 0 && !this.#over) {
      await pause(LOOK_EVERY_MS);
      const [row] = await this.#database.query<{ left: number }>(STILL_DUE, [ids]).catch(() => []);
      if (row?.left === 0) return { fault, recovery: (performance.now() - struck) / 1000 };
    }
    return { fault, recovery: null };
  }
}
