import { randomUUIDv7 } from 'node:crypto';
import type { Actor } from '#domain/request/actor';
import { calledOffBy, decide, open } from '#domain/request/decide';
import { fold } from '#domain/request/evolve';
import { isRefusal, refuse, type Refusal } from '#domain/request/refusal';
import { deadlinesOf } from '#domain/request/standing';
import { callOff, releaseWaiting } from './effect-rows.js';
import { indexPerson } from './blind-index.js';
import { CLOCK_COLUMNS, ClockReading, type ClockRow } from './desk-clock.js';
import { eventOf, readEntries, type EntryRow } from './ledger-rows.js';
import { asLeaseLost } from './ledger-settlement.js';
import { wasUndone, write, type Written } from './ledger-statement.js';
import { draft, type Applied, type Taking, type Writing } from './ledger-writing.js';
import { createRequestKey, loadSealer, sealJson } from './request-keys.js';
import { isFresh, readingOf, readRequest, type ReadingRow, type RequestReading } from './request-reading.js';
import { inSpan } from './tracing.js';
import { Together } from './together.js';
import type { Command } from '#domain/request/commands';
import type { EventData } from '#domain/request/events';
import type { PersonalDetails } from '#domain/request/personal';
import type { Sealer } from '#domain/sealer';
import type { SubjectRequest } from '#domain/request/state';
import type { Database, SqlSession } from './database.js';
import type { DeskCalendars } from './injection.js';
import type { Keyring } from './keyring.js';
import type { Settlement } from './ledger-settlement.js';

/** What may be written in the same transaction as the events: rows that belong to them. */
export type Alongside = (session: SqlSession, sealer: Sealer | null) => Promise<void>;

export interface Opening {
  readonly controllerId: string;
  readonly facts: Omit<EventData['requestReceived'], 'receivedOn'> & { readonly receivedOn: string | null };
  readonly person: PersonalDetails;
  readonly secretHash: Uint8Array;
  readonly actor: Actor;
  readonly alongside?: (session: SqlSession, sealer: Sealer, requestId: string) => Promise<void>;
}

export interface ApplyOptions {
  /** Personal or free content, sealed beside the first event the command brings. */
  readonly content?: object;
  /** The version the giver of the command saw; another one now is a conflict. */
  readonly expectedVersion?: number;
  readonly settles?: Settlement;
  /** Takes the first effect that this asks for at once, if it is of these kinds, with the lease of the settled one. */
  readonly takes?: Taking;
  readonly alongside?: Alongside;
  /** The request as the giver has just read it, which spares reading it again while it is fresh. */
  readonly reading?: RequestReading;
}

/** Somebody else changed the request first. */
export interface Conflict {
  readonly conflict: { readonly version: number };
}

export const isConflict = (value: object): value is Conflict => 'conflict' in value;

/** So many others may come in between before the request is locked for this one. */
const TRIES_WITHOUT_LOCK = 3;

/** Results that are ready at the same time go to the database together: one statement, one wait for the disk. */
const WRITES = { atOnce: 2, patience: 20, most: 50, keyOf: ({ request }: Written) => request.id, undone: wasUndone };

/**
 * The only writer of a request: read it, fold its events, decide, and in one statement append the events to the chain,
 * update the projection and insert one row per effect (design, section 3). Two writers never both win: the statement
 * writes only on the version that was decided on, and who comes second reads again and decides on what the first left.
 */
export class Ledger {
  readonly #database: Database;
  readonly #keyring: Keyring;
  readonly #calendars: DeskCalendars;
  readonly #listeners = new Set<() => void>();
  readonly #writes: Together<Written, boolean>;

  constructor(database: Database, keyring: Keyring, calendars: DeskCalendars) {
    this.#database = database;
    this.#writes = new Together((all) => write(database, all), WRITES);
    this.#keyring = keyring;
    this.#calendars = calendars;
  }

  /** Calls `listener` after each commit of this process that leaves work, so that its dispatcher need not wait for a sweep. */
  onCommit(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Opens a request. `receivedOn` null means today where the controller is. */
  async open(opening: Opening): Promise<Applied> {
    const requestId = randomUUIDv7();
    const { facts, person, actor } = opening;
    const attributes = { 'artikla.request': requestId };
    const write = async (session: SqlSession): Promise<Applied> => {
      const [row] = await session.query<ClockRow>(`select ${CLOCK_COLUMNS('$1')}`, [opening.controllerId]);
      const reading = this.#reading(row);
      const { now } = reading;
      const { today } = reading.in(facts);
      const received = { ...facts, receivedOn: facts.receivedOn ?? today.toString() };
      const decided = open(received, { now, today, actor });
      const indexes = indexPerson(this.#keyring, person);
      await session.query(
        `insert into subject_request (id, controller_id, reference, version, stage, rights, channel, language, received_on,
           received_at, next_action, next_action_by, frozen, tasks_done, tasks_total, summary, secret_hash, email_index,
           phone_index, name_index)
         values ($1, $2, $3, 0, 'intake', $4, $5, $6, $7, $8, 'none', 'nobody', false, 0, 0, '{}', $9, $10, $11, $12)`,
        [
          requestId,
          opening.controllerId,
          facts.reference,
          facts.rights,
          facts.channel,
          facts.language,
          received.receivedOn,
          now.toString(),
          opening.secretHash,
          indexes.email,
          indexes.phone,
          indexes.name,
        ],
      );
      const sealer = await createRequestKey(session, this.#keyring, requestId);
      await session.query('update subject_request set person_sealed = $2 where id = $1', [
        requestId,
        sealJson(sealer, person, `subject_request:${requestId}:person`),
      ]);
      await opening.alongside?.(session, sealer, requestId);
      const nothing = { requestId, version: 0, clock: reading, reminders: null, readAt: performance.now() };
      return certain(await this.#write(session, { reading: nothing, decided, actor, content: undefined, sealer }));
    };
    const applied = await inSpan('command open', { attributes }, () => this.#database.transaction(write));
    this.#announce(applied);
    return applied;
  }

  /**
   * Gives a command to a request. Returns what it became, a refusal (a value with a code), or a conflict with the
   * version it has now. Throws `LeaseLostError` when it settles an effect that somebody else has taken over.
   */
  async apply(
    requestId: string,
    command: Command,
    actor: Actor,
    options: ApplyOptions = {},
  ): Promise<Applied | Refusal | Conflict> {
    const attributes = { 'artikla.request': requestId };
    const locks = options.alongside !== undefined || calledOffBy(command) !== null;
    const outcome = await inSpan(`command ${command.type}`, { attributes }, () =>
      this.#settled(requestId, (session, reading) => this.#apply(session, reading, command, actor, options), {
        ...options,
        locks,
      }),
    );
    if (!isRefusal(outcome) && !isConflict(outcome)) this.#announce(outcome);
    return outcome;
  }

  /** Works the projection and the reminders of a request out anew from its entries, changing no entry. */
  async refresh(requestId: string): Promise<void> {
    const applied = await this.#settled(requestId, (session, reading) =>
      this.#write(session, {
        reading: { ...reading, reminders: null },
        decided: { state: reading.state, consequences: [] },
        actor: { kind: 'desk' },
        content: undefined,
        sealer: null,
      }),
    );
    this.#announce(applied);
  }

  /**
   * Lets `work` decide and write until nobody came in between: without a lock at first, because hardly ever anybody does,
   * and with one (`locks`) when it was tried often enough or other rows belong to the transaction.
   */
  async #settled<T>(
    requestId: string,
    work: (session: SqlSession, reading: RequestReading) => Promise<T | null>,
    { reading, locks = false }: Pick<ApplyOptions, 'reading'> & { readonly locks?: boolean } = {},
  ): Promise<T> {
    let known = reading !== undefined && isFresh(reading) ? reading : null;
    for (let tries = 0; !locks && tries < TRIES_WITHOUT_LOCK; tries += 1) {
      const outcome = await work(this.#database, known ?? (await this.#read(this.#database, requestId)));
      if (outcome !== null) return outcome;
      known = null;
    }
    return this.#database.transaction(async (session) => {
      await session.query('select from subject_request where id = $1 for update', [requestId]);
      return certain(await work(session, await this.#read(session, requestId)));
    });
  }

  async #apply(
    session: SqlSession,
    reading: RequestReading,
    command: Command,
    actor: Actor,
    { expectedVersion, content, alongside, settles, takes }: ApplyOptions,
  ): Promise<Applied | Refusal | Conflict | null> {
    const { requestId, version, state, clock } = reading;
    if (expectedVersion !== undefined && expectedVersion !== version) return { conflict: { version } };
    const { today, calendar } = clock.in(state);
    const decided = decide(state, command, {
      now: clock.now,
      today,
      actor,
      get deadlines() {
        return deadlinesOf(state, calendar, today);
      },
    });
    if (isRefusal(decided)) return decided;
    const called = calledOffBy(command);
    if (called !== null && !(await callOff(session, requestId, called.effect))) return refuse(called.otherwise);
    const sealer = content === undefined && alongside === undefined ? null : await this.#sealer(session, requestId);
    await alongside?.(session, sealer);
    return this.#write(session, { reading, decided, actor, content, sealer, settles, takes });
  }

  /** Null when somebody else moved the request first. Throws `LeaseLostError`. */
  async #write(session: SqlSession, writing: Writing): Promise<Applied | null> {
    const { written, applied, lifts } = draft(writing);
    const writes =
      session === this.#database ? this.#writes.add(written) : write(session, [written]).then(([one]) => one);
    const moved = await writes.catch((error: unknown) => {
      throw asLeaseLost(error);
    });
    if (moved !== true) return null;
    if (lifts) await releaseWaiting(session, applied.requestId);
    return applied;
  }

  /** The request as its ledger tells it, with the stored entries. */
  async read(requestId: string): Promise<{ state: SubjectRequest; entries: readonly EntryRow[] }> {
    const entries = await readEntries(this.#database, requestId);
    return { state: fold(entries.map(eventOf)), entries };
  }

  /** The request of a row that whoever claimed one of its effects has read with it, asked for at a moment of this process. */
  readingOf(requestId: string, row: ReadingRow, askedAt: number): RequestReading {
    return readingOf(requestId, row, this.#calendars, askedAt);
  }

  /** The same reading while it is fresh, otherwise a new one. */
  async refreshed(reading: RequestReading): Promise<RequestReading> {
    return isFresh(reading) ? reading : this.#read(this.#database, reading.requestId);
  }

  /** The sealer of a request, null when the person has been forgotten. */
  async #sealer(session: SqlSession, requestId: string): Promise<Sealer | null> {
    return loadSealer(session, this.#keyring, requestId);
  }

  #read(session: SqlSession, requestId: string): Promise<RequestReading> {
    return readRequest(session, requestId, this.#calendars);
  }

  #reading(row: ClockRow | undefined): ClockReading {
    if (row === undefined) throw new Error('no such request');
    return new ClockReading(row, this.#calendars);
  }

  #announce({ leavesWork }: Applied): void {
    if (leavesWork) for (const listener of this.#listeners) listener();
  }
}

/** What was written under a lock cannot have been moved by anybody else. */
const certain = <T>(outcome: T | null): T => {
  if (outcome === null) throw new Error('a locked request was moved by somebody else');
  return outcome;
};
