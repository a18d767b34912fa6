import { decide, open, type Decided } from '#domain/request/decide';
import { isRefusal, type RefusalCode } from '#domain/request/refusal';
import { deadlinesOf } from '#domain/request/standing';
import { weekendsOnly } from './weekends.js';
import { REGISTERS } from './registers.js';
import type { Actor } from '#domain/request/actor';
import type { Command } from '#domain/request/commands';
import type { EventData } from '#domain/request/events';
import type { Right } from '#domain/law/rights';
import type { SubjectRequest } from '#domain/request/state';

export const PERSON: Actor = { kind: 'person' };
export const DESK: Actor = { kind: 'desk' };
export const OFFICER: Actor = { kind: 'staff', id: 'officer-1', role: 'officer' };
export const APPROVER: Actor = { kind: 'staff', id: 'approver-1', role: 'approver' };

const RECEIVED = Temporal.Instant.from('2026-03-02T08:00:00Z');

/** A request without a database: every command is decided at a chosen day after receipt. */
export class RequestOnPaper {
  state: SubjectRequest;
  readonly events: string[] = [];
  readonly effects: string[] = [];
  /** When the effects that wait for a time are due. */
  readonly dueAt: string[] = [];
  #day = 0;

  constructor(rights: readonly Right[], facts: Partial<EventData['requestReceived']> = {}) {
    const opening: EventData['requestReceived'] = {
      reference: 'AAAAA-AAAAA',
      regime: 'EU_GDPR',
      country: 'FI',
      timeZone: 'Europe/Helsinki',
      channel: 'portal',
      language: 'fi',
      receivedOn: '2026-03-02',
      rights,
      registers: REGISTERS,
      hasEmail: true,
      ...facts,
    };
    this.state = this.#take(open(opening, { now: RECEIVED, today: this.#today, actor: PERSON }));
  }

  /** Lets days pass. */
  after(days: number): this {
    this.#day += days;
    return this;
  }

  /** Gives a command that must be taken. */
  give(command: Command, actor: Actor): this {
    const refused = this.try(command, actor);
    if (refused !== null) throw new Error(`${command.type} was refused: ${refused}`);
    return this;
  }

  /** Gives a command; the code of the refusal, or null when it was taken. */
  try(command: Command, actor: Actor): RefusalCode | null {
    const deadlines = deadlinesOf(this.state, weekendsOnly, this.#today);
    const now = RECEIVED.add({ hours: 24 * this.#day });
    const decided = decide(this.state, command, { now, today: this.#today, actor, deadlines });
    if (isRefusal(decided)) return decided.refused;
    this.state = this.#take(decided);
    return null;
  }

  /** Everything up to the proof of identity that access asks for. */
  proven(): this {
    return this.give({ type: 'confirmContact' }, PERSON)
      .give({ type: 'recordLocation', location: 'one', candidates: 1, reachable: true }, DESK)
      .give({ type: 'confirmIdentity', method: 'on_file_code' }, PERSON);
  }

  /** Lets the desk finish every released task that a connector does. */
  collected(): this {
    for (const task of this.state.rights.flatMap(({ tasks }) => tasks)) {
      if (!task.released || task.result !== null || task.kind === 'manual') continue;
      const result = task.kind === 'suppress_marketing' || task.kind === 'erase' ? 'done' : 'found';
      this.give({ type: 'recordTask', task: task.id, result, rows: 1, files: 0 }, DESK);
    }
    return this;
  }

  /** Decides a right and lets the desk build the answer. */
  decided(right: Right, by: Actor = OFFICER): this {
    this.give({ type: 'decideRight', right, outcome: 'granted', grounds: [] }, by);
    const prepared = this.state.rights.find((one) => one.right === right)?.answerPrepared;
    return prepared === true ? this.give({ type: 'recordPackage', right, documents: 1, manifest: '' }, DESK) : this;
  }

  stageOf(right: Right): string {
    return this.state.rights.find((one) => one.right === right)?.stage ?? 'none';
  }

  get #today(): Temporal.PlainDate {
    return Temporal.PlainDate.from('2026-03-02').add({ days: this.#day });
  }

  #take({ state, consequences }: Decided): SubjectRequest {
    this.events.push(...consequences.map(({ event }) => event.type));
    const effects = consequences.flatMap((consequence) => consequence.effects);
    this.effects.push(...effects.map(({ name }) => name));
    this.dueAt.push(...effects.flatMap(({ dueAt }) => dueAt ?? []));
    return state;
  }
}
