import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Database } from '#persistence/database';
import { heldSessions } from './held-sessions.js';
import { ENTRIES, LedgerTail, MOST_ENTRIES, type Tailed, type TailedEntry } from './ledger-tail.js';
import type { LiveChange } from '#contracts/live';
import type { Listener } from './listener.js';

const LOOK_EVERY_MS = 1000;
const BEAT_EVERY_MS = 15_000;
/** A page takes less than this from its first answer to its stream of events. */
const RECENT_SECONDS = 10;
/** No more entries than these are looked at for it. */
const MOST_RECENT = 500;

const changesFor = (controllerId: string, entries: Tailed): readonly LiveChange[] | null =>
  entries &&
  entries
    .filter(({ controller }) => controller === controllerId)
    .map(({ reference, version, kind }) => ({ reference, version, kind }));

/**
 * Tells pages what happens at the desk. One loop per process looks at the ledger once a second, for all of its listeners
 * together and only while there are any: a NOTIFY in every transaction would cost the ledger a third of its speed
 * (durability, finding 9). The same look ends the streams of sessions that have ended, wherever that was done.
 */
@Injectable()
export class Changes implements BeforeApplicationShutdown {
  readonly #logger = new Logger(Changes.name);
  readonly #listeners = new Set<Listener>();
  readonly #tail: LedgerTail;
  #following: Promise<void> | null = null;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | null = null;
  #failing = false;
  #closed = false;
  #beaten = 0;

  constructor(private readonly database: Database) {
    this.#tail = new LedgerTail(database);
  }

  /** How many streams this process has open for a session. */
  streamsOf(session: string): number {
    return [...this.#listeners].filter((listener) => listener.session === session).length;
  }

  /**
   * Opens a listener once the tail follows the ledger; what commits from then on reaches it, and first what it missed `after`
   * a place that it was told of earlier. Without one that is what happened while its page was loading.
   */
  async add(listener: Listener, after: number | null): Promise<void> {
    if (this.#closed) return listener.end();
    this.#listeners.add(listener);
    this.#following ??= this.#follow();
    await this.#following;
    const here = this.#tail.settled;
    listener.open(after !== null, after ?? here);
    const missed = await (after === null
      ? this.#recent(listener.controllerId)
      : this.#since(after, listener.controllerId));
    if (missed === null || missed.length > 0) listener.tell(missed, here);
  }

  /** The loop ends by itself after the last one. */
  remove(listener: Listener): void {
    this.#listeners.delete(listener);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    for (const listener of this.#listeners) listener.end();
    this.#listeners.clear();
    await this.#looking;
  }

  async #follow(): Promise<void> {
    await this.#tail.start().catch((error: unknown) => {
      this.#following = null;
      throw error;
    });
    this.#lookLater();
  }

  #lookLater(): void {
    if (this.#closed) return;
    if (this.#listeners.size === 0) {
      this.#following = null;
      return;
    }
    this.#timer = setTimeout(() => {
      this.#looking = this.#look().then(() => this.#lookLater());
    }, LOOK_EVERY_MS);
  }

  async #look(): Promise<void> {
    try {
      const [entries] = await Promise.all([this.#tail.next(), this.#endWhoseSessionEnded()]);
      if (entries === null || entries.length > 0) this.#tell(entries);
      this.#failing = false;
    } catch (error) {
      // The database may be restarting: the streams stay, and what commits meanwhile is found by the next look.
      if (!this.#failing) this.#logger.warn(`looking for changes fails: ${error instanceof Error ? error.name : ''}`);
      this.#failing = true;
    }
    this.#beat();
  }

  #tell(entries: Tailed): void {
    for (const listener of this.#listeners) {
      const changes = changesFor(listener.controllerId, entries);
      if (changes === null || changes.length > 0) listener.tell(changes, this.#tail.settled);
    }
  }

  #beat(): void {
    const now = performance.now();
    if (now - this.#beaten < BEAT_EVERY_MS) return;
    this.#beaten = now;
    for (const listener of this.#listeners) listener.beat(this.#tail.settled);
  }

  async #recent(controllerId: string): Promise<readonly LiveChange[] | null> {
    const entries = await this.database.query<TailedEntry>(
      `${ENTRIES} where entry.position > (select max(position) from ledger_entry) - $1
         and entry.at > artikla.now() - make_interval(secs => $2) order by entry.position`,
      [MOST_RECENT, RECENT_SECONDS],
    );
    return changesFor(controllerId, entries);
  }

  /** What came after a place; null when that is too much, or the place is none of this ledger. */
  async #since(place: number, controllerId: string): Promise<readonly LiveChange[] | null> {
    const [ledger] = await this.database.query<{ known: boolean }>(
      'select coalesce(max(position), 0) >= $1 as known from ledger_entry',
      [place],
    );
    if (ledger?.known !== true) return null;
    const entries = await this.database.query<TailedEntry>(
      `${ENTRIES} where entry.position > $1 order by entry.position limit $2`,
      [place, MOST_ENTRIES],
    );
    return changesFor(controllerId, entries.length === MOST_ENTRIES ? null : entries);
  }

  async #endWhoseSessionEnded(): Promise<void> {
    const listeners = [...this.#listeners];
    const held = await heldSessions(
      this.database,
      listeners.map(({ session }) => session),
    );
    for (const listener of listeners) if (!held.has(listener.session)) listener.end();
  }
}
