import { randomUUIDv7 } from 'node:crypto';
import type { Actor } from '#domain/request/actor';
import { decide, open } from '#domain/request/decide';
import { fold } from '#domain/request/evolve';
import { isRefusal, type Refusal } from '#domain/request/refusal';
import { deadlinesOf } from '#domain/request/standing';
import { indexPerson } from './blind-index.js';
import { CLOCK_COLUMNS, ClockReading, type ClockRow } from './desk-clock.js';
import { eventOf, readEntries, type EntryRow } from './ledger-rows.js';
import { settle, type Settlement } from './ledger-settlement.js';
import { writeDown, type Applied } from './ledger-writing.js';
import { createRequestKey, loadSealer, sealJson } from './request-keys.js';
import { inSpan } from './tracing.js';
import type { Command } from '#domain/request/commands';
import type { EventData } from '#domain/request/events';
import type { PersonalDetails } from '#domain/request/personal';
import type { Sealer } from '#domain/sealer';
import type { SubjectRequest } from '#domain/request/state';
import type { Database, SqlSession } from './database.js';
import type { DeskCalendars } from './injection.js';
import type { Keyring } from './keyring.js';

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
  readonly alongside?: Alongside;
}

/** Somebody else changed the request first. */
export interface Conflict {
  readonly conflict: { readonly version: number };
}

export const isConflict = (value: object): value is Conflict => 'conflict' in value;

interface LockedRow extends ClockRow {
  readonly version: number;
}

const LOCK_REQUEST = `select version, ${CLOCK_COLUMNS('subject_request.controller_id')} from subject_request where id = $1 for update`;

/**
 * The only writer of a request: lock its row, fold its events, decide, and in one transaction append the events to the
 * chain, update the projection and insert one row per effect (design, section 3). Two writers never both win, because
 * the second one waits for the first and then decides on what the first left.
 */
export class Ledger {
  readonly #database: Database;
  readonly #keyring: Keyring;
  readonly #calendars: DeskCalendars;
  readonly #listeners = new Set<() => void>();

  constructor(database: Database, keyring: Keyring, calendars: DeskCalendars) {
    this.#database = database;
    this.#keyring = keyring;
    this.#calendars = calendars;
  }

  /** Calls `listener` after each commit of this process, so that its dispatcher need not wait for the next sweep. */
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
      return writeDown(session, {
        requestId,
        last: undefined,
        decided,
        actor,
        reading,
        content: undefined,
        sealer,
      });
    };
    const applied = await inSpan('command open', { attributes }, () => this.#database.transaction(write));
    this.#announce();
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
    const write = async (session: SqlSession): Promise<Applied | Refusal | Conflict> => {
      const [row] = await session.query<LockedRow>(LOCK_REQUEST, [requestId]);
      if (row === undefined) throw new Error('no such request');
      if (options.expectedVersion !== undefined && options.expectedVersion !== row.version) {
        return { conflict: { version: row.version } };
      }
      const entries = await readEntries(session, requestId);
      const state = fold(entries.map(eventOf));
      const reading = this.#reading(row);
      const { today, calendar } = reading.in(state);
      const deadlines = deadlinesOf(state, calendar, today);
      const decided = decide(state, command, { now: reading.now, today, actor, deadlines });
      if (isRefusal(decided)) return decided;
      const sealer =
        options.content === undefined && options.alongside === undefined
          ? null
          : await this.#sealer(session, requestId);
      if (options.settles !== undefined) await settle(session, options.settles);
      await options.alongside?.(session, sealer);
      return writeDown(session, {
        requestId,
        last: entries.at(-1),
        decided,
        actor,
        reading,
        content: options.content,
        sealer,
      });
    };
    const outcome = await inSpan(`command ${command.type}`, { attributes }, () => this.#database.transaction(write));
    if (!isRefusal(outcome) && !isConflict(outcome)) this.#announce();
    return outcome;
  }

  /** Works the projection and the reminders of a request out anew from its entries, changing no entry. */
  async refresh(requestId: string): Promise<void> {
    await this.#database.transaction(async (session) => {
      const [row] = await session.query<LockedRow>(LOCK_REQUEST, [requestId]);
      const entries = await readEntries(session, requestId);
      const state = fold(entries.map(eventOf));
      await writeDown(session, {
        requestId,
        last: entries.at(-1),
        decided: { state, consequences: [] },
        actor: { kind: 'desk' },
        reading: this.#reading(row),
        content: undefined,
        sealer: null,
      });
    });
    this.#announce();
  }

  /** The request as its ledger tells it, with the stored entries. */
  async read(requestId: string): Promise<{ state: SubjectRequest; entries: readonly EntryRow[] }> {
    const entries = await readEntries(this.#database, requestId);
    return { state: fold(entries.map(eventOf)), entries };
  }

  /** The sealer of a request, null when the person has been forgotten. */
  async #sealer(session: SqlSession, requestId: string): Promise<Sealer | null> {
    return loadSealer(session, this.#keyring, requestId);
  }

  #reading(row: ClockRow | undefined): ClockReading {
    if (row === undefined) throw new Error('no such request');
    return new ClockReading(row, this.#calendars);
  }

  #announce(): void {
    for (const listener of this.#listeners) listener();
  }
}
