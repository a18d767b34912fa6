import { randomUUIDv7 } from 'node:crypto';
import { actorText, type Actor } from '#domain/request/actor';
import { decide, open, type Consequence, type Decided } from '#domain/request/decide';
import { fold } from '#domain/request/evolve';
import { isRefusal, type Refusal } from '#domain/request/refusal';
import { deadlinesOf, standingOf, type Standing } from '#domain/request/standing';
import { civilDateOf } from '#domain/time-source';
import { indexPerson } from './blind-index.js';
import { INSTANT_TEXT } from './database-time.js';
import { effectId, insertEffects, reconcileReminders, releaseWaiting } from './effect-rows.js';
import { chainEntries, entryContext, eventOf, insertEntries, readEntries, type EntryRow } from './ledger-rows.js';
import { settle, type Settlement } from './ledger-settlement.js';
import { project } from './projection.js';
import { createRequestKey, loadSealer, sealJson } from './request-keys.js';
import type { Command } from '#domain/request/commands';
import type { EventData } from '#domain/request/events';
import type { PersonalDetails } from '#domain/request/personal';
import type { Sealer } from '#domain/sealer';
import type { SubjectRequest } from '#domain/request/state';
import type { WorkingCalendar } from '#domain/clock/calendar';
import type { Database, SqlSession } from './database.js';
import type { Keyring } from './keyring.js';

/** The calendar of a country as the desk counts by. */
export type CalendarOf = (country: string) => WorkingCalendar;

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

export interface Applied {
  readonly requestId: string;
  readonly version: number;
  readonly state: SubjectRequest;
  readonly standing: Standing;
}

/** Somebody else changed the request first. */
export interface Conflict {
  readonly conflict: { readonly version: number };
}

export const isConflict = (value: object): value is Conflict => 'conflict' in value;

interface Writing {
  readonly requestId: string;
  readonly last: EntryRow | undefined;
  readonly decided: Decided;
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  readonly content: object | undefined;
  readonly sealer: Sealer | null;
}

/**
 * The only writer of a request: lock its row, fold its events, decide, and in one transaction append the events to the
 * chain, update the projection and insert one row per effect (design, section 3). Two writers never both win, because
 * the second one waits for the first and then decides on what the first left.
 */
export class Ledger {
  readonly #database: Database;
  readonly #keyring: Keyring;
  readonly #calendarOf: CalendarOf;
  readonly #listeners = new Set<() => void>();

  constructor(database: Database, keyring: Keyring, calendarOf: CalendarOf) {
    this.#database = database;
    this.#keyring = keyring;
    this.#calendarOf = calendarOf;
  }

  /** Calls `listener` after each commit of this process, so that its dispatcher need not wait for the next sweep. */
  onCommit(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Opens a request. `receivedOn` null means today where the controller is. */
  async open(opening: Opening): Promise<Applied> {
    const requestId = randomUUIDv7();
    const { facts, person, actor } = opening;
    const applied = await this.#database.transaction(async (session) => {
      const now = await readNow(session);
      const today = civilDateOf(now, facts.timeZone);
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
      return this.#write(session, { requestId, last: undefined, decided, actor, now, content: undefined, sealer });
    });
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
    const outcome = await this.#database.transaction(async (session) => {
      const [row] = await session.query<{ version: number; now: string }>(
        `select version, ${INSTANT_TEXT('artikla.now()')} as now from subject_request where id = $1 for update`,
        [requestId],
      );
      if (row === undefined) throw new Error('no such request');
      if (options.expectedVersion !== undefined && options.expectedVersion !== row.version) {
        return { conflict: { version: row.version } };
      }
      const entries = await readEntries(session, requestId);
      const state = fold(entries.map(eventOf));
      const now = Temporal.Instant.from(row.now);
      const today = civilDateOf(now, state.timeZone);
      const deadlines = deadlinesOf(state, this.#calendarOf(state.country), today);
      const decided = decide(state, command, { now, today, actor, deadlines });
      if (isRefusal(decided)) return decided;
      const sealer =
        options.content === undefined && options.alongside === undefined
          ? null
          : await this.#sealer(session, requestId);
      if (options.settles !== undefined) await settle(session, options.settles);
      await options.alongside?.(session, sealer);
      return this.#write(session, {
        requestId,
        last: entries.at(-1),
        decided,
        actor,
        now,
        content: options.content,
        sealer,
      });
    });
    if (!isRefusal(outcome) && !isConflict(outcome)) this.#announce();
    return outcome;
  }

  /** Works the projection and the reminders of a request out anew from its entries, changing no entry. */
  async refresh(requestId: string): Promise<void> {
    await this.#database.transaction(async (session) => {
      await session.query('select from subject_request where id = $1 for update', [requestId]);
      const entries = await readEntries(session, requestId);
      const state = fold(entries.map(eventOf));
      const now = await readNow(session);
      const decided = { state, consequences: [] };
      const last = entries.at(-1);
      await this.#write(session, {
        requestId,
        last,
        decided,
        actor: { kind: 'desk' },
        now,
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

  async #write(session: SqlSession, writing: Writing): Promise<Applied> {
    const { requestId, last, decided, now } = writing;
    const { state } = decided;
    const today = civilDateOf(now, state.timeZone);
    const rows = chainEntries(
      requestId,
      last,
      decided.consequences.map((consequence, index) => entryOf(writing, consequence, index)),
    );
    if (rows.length > 0) await insertEntries(session, requestId, rows);
    const effects = decided.consequences.flatMap(({ effects: planned }, index) =>
      planned.map((effect) => ({ id: effectId(requestId, rows[index]?.seq ?? 0, effect.name), effect })),
    );
    await insertEffects(session, requestId, now.toString(), effects);
    if (decided.consequences.some(({ event }) => event.type === 'freezeLifted'))
      await releaseWaiting(session, requestId);
    const standing = standingOf(state, this.#calendarOf(state.country), today);
    const version = rows.at(-1)?.seq ?? last?.seq ?? 0;
    await project(session, requestId, version, state, standing, today.toString());
    await reconcileReminders(session, requestId, state.timeZone, standing.reminders);
    return { requestId, version, state, standing };
  }

  #announce(): void {
    for (const listener of this.#listeners) listener();
  }
}

const readNow = async (session: SqlSession): Promise<Temporal.Instant> => {
  const [row] = await session.query<{ now: string }>(`select ${INSTANT_TEXT('artikla.now()')} as now`);
  return Temporal.Instant.from(row?.now ?? '');
};

/** What follows by itself is done by the desk; only the events of the command itself are its giver's. */
const entryOf = (
  { requestId, last, actor, now, content, sealer, decided }: Writing,
  { event, by }: Consequence,
  index: number,
) => {
  const seq = (last?.seq ?? 0) + index + 1;
  const seals = index === 0 && content !== undefined && sealer !== null;
  const today = civilDateOf(now, decided.state.timeZone).toString();
  return {
    event: {
      ...event,
      actor: by === 'desk' ? 'desk' : actorText(actor),
      at: now.round('microsecond').toString({ fractionalSecondDigits: 6 }),
      on: today,
    },
    sealed: seals ? sealJson(sealer, content, entryContext(requestId, seq)) : null,
  };
};
