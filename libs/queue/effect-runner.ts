import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { EFFECT_RULES, type EffectKind } from '#domain/request/effects';
import { isRefusal } from '#domain/request/refusal';
import { datesToRemindOf } from '#domain/request/standing';
import { mustWait, stillWanted } from '#domain/request/still-wanted';
import { Database } from '#persistence/database';
import { DeskClock } from '#persistence/desk-clock';
import { isConflict, Ledger } from '#persistence/ledger';
import { LeaseLostError } from '#persistence/ledger-settlement';
import { crashPoint } from './crash-point.js';
import { EffectFailure } from './effect-failure.js';
import { DESK, type EffectHandler } from './effect-handler.js';
import { cancel, claim, fail, putOff, renew, type ClaimedEffect } from './effect-rows.js';

export const EFFECT_HANDLERS = Symbol('EFFECT_HANDLERS');
/** Seconds a claim holds without a heartbeat. */
export const LEASE_SECONDS = Symbol('LEASE_SECONDS');

/** Every kind of effect has exactly one handler; a process that lacks or doubles one does not start. */
const byKind = (handlers: readonly EffectHandler[]): ReadonlyMap<EffectKind, EffectHandler> => {
  const map = new Map(handlers.map((handler) => [handler.kind, handler]));
  const missing = Object.keys(EFFECT_RULES).filter((kind) => !map.has(kind as EffectKind));
  if (missing.length > 0) throw new Error(`no handler for ${missing.join(', ')}`);
  if (map.size !== handlers.length) throw new Error('two handlers for one kind of effect');
  return map;
};

/**
 * Runs one effect: claim, ask the request whether it still wants it, do it, and commit its result together with the
 * events it causes. Whatever fails in between leaves the row pending for the next attempt.
 */
@Injectable()
export class EffectRunner {
  readonly #logger = new Logger(EffectRunner.name);
  readonly #handlers: ReadonlyMap<EffectKind, EffectHandler>;

  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly clock: DeskClock,
    @Inject(LEASE_SECONDS) private readonly leaseSeconds: number,
    @Inject(EFFECT_HANDLERS) handlers: readonly EffectHandler[],
  ) {
    this.#handlers = byKind(handlers);
  }

  /** Runs the effect with this id if it is due and free. Never throws for what an effect did. */
  async run(id: string): Promise<void> {
    const effect = await claim(this.database, id, randomUUID(), this.leaseSeconds);
    if (effect === null) return;
    await crashPoint(`after-claim:${effect.kind}`);
    const beat = () => void renew(this.database, effect, this.leaseSeconds).catch(() => undefined);
    const heartbeat = setInterval(beat, (this.leaseSeconds * 1000) / 3);
    try {
      await this.#perform(effect);
    } catch (error) {
      await this.#recordFailure(effect, error);
    } finally {
      clearInterval(heartbeat);
    }
  }

  async #perform(effect: ClaimedEffect): Promise<void> {
    const { state } = await this.ledger.read(effect.requestId);
    const { calendar, today } = (await this.clock.read()).in(state);
    const deadlines = datesToRemindOf(state, calendar, today);
    if (mustWait(state, effect.kind, effect.data)) return putOff(this.database, effect);
    if (!stillWanted(state, effect.kind, effect.data, deadlines))
      return cancel(this.database, effect, 'no-longer-wanted');
    const handler = this.#handlers.get(effect.kind);
    if (handler === undefined) throw new EffectFailure('no-handler');
    const result = await handler.run(effect, state);
    if (result === null) return cancel(this.database, effect, 'superseded');
    const { command, content, alongside } = result;
    await crashPoint(`before-commit:${effect.kind}`);
    const outcome = await this.ledger.apply(effect.requestId, command, DESK, {
      settles: { effectId: effect.id, leaseOwner: effect.leaseOwner },
      ...(content === undefined ? {} : { content }),
      ...(alongside === undefined ? {} : { alongside }),
    });
    if (isConflict(outcome)) throw new EffectFailure('conflict');
    if (isRefusal(outcome)) return cancel(this.database, effect, outcome.refused);
    await crashPoint(`after-commit:${effect.kind}`);
  }

  async #recordFailure(effect: ClaimedEffect, error: unknown): Promise<void> {
    if (error instanceof LeaseLostError) return;
    const known = error instanceof EffectFailure;
    const code = known ? error.code : 'unexpected';
    const name = error instanceof Error ? error.name : 'unknown';
    this.#logger.warn({ effect: effect.id, kind: effect.kind, attempt: effect.attempts, code, error: name });
    await fail(this.database, effect, code, known ? error.retry : true).catch(() => undefined);
  }
}
