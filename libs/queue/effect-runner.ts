import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger, Optional, type BeforeApplicationShutdown } from '@nestjs/common';
import { SpanKind } from '@opentelemetry/api';
import { ALL_EFFECT_RULES } from '#domain/desk-effects';
import type { EffectKind, QueueName } from '#domain/request/effects';
import { isRefusal } from '#domain/request/refusal';
import { datesToRemindOf } from '#domain/request/standing';
import { mustWait, stillWanted } from '#domain/request/still-wanted';
import { Database } from '#persistence/database';
import { SUPERSEDED } from '#persistence/effect-rows';
import { isConflict, Ledger } from '#persistence/ledger';
import { LeaseLostError, settle } from '#persistence/ledger-settlement';
import { inSpan, inTrace } from '#persistence/tracing';
import { wasUndone } from '#persistence/ledger-statement';
import { Together } from '#persistence/together';
import type { Applied } from '#persistence/ledger-writing';
import type { RequestReading } from '#persistence/request-reading';
import { ClockWatermark } from './clock-watermark.js';
import { crashPoint } from './crash-point.js';
import { EffectFailure } from './effect-failure.js';
import { DESK_EFFECT_HANDLERS, type DeskEffectHandler } from './desk-effect-handler.js';
import { byKind, DESK, type EffectHandler } from './effect-handler.js';
import {
  cancel,
  claimAll,
  fail,
  putOff,
  renew,
  type AnyClaimedEffect,
  type Claimed,
  type ClaimedDeskEffect,
  type ClaimedEffect,
  type ClaimRow,
} from './effect-rows.js';
import { ENGINE_LIMITS, USUAL_LIMITS, type EngineLimits } from './engine-limits.js';
import { EngineMetrics, type AttemptOutcome } from './engine-metrics.js';
import { whyIgnored } from './ignored-jobs.js';
import { enterLane, LaneFull, type Lane } from './lanes.js';
import { within } from './within.js';

export const EFFECT_HANDLERS = Symbol('EFFECT_HANDLERS');
/** Seconds a claim holds without a heartbeat. */
export const LEASE_SECONDS = Symbol('LEASE_SECONDS');

/** So many effects of one request are done in one go before the others in the queue have their turn. */
const MOST_IN_A_ROW = 8;

/** Jobs that begin at the same time claim together. */
const CLAIMS = { atOnce: 2, patience: 20, most: 50, keyOf: ({ id }: ClaimRow) => id, undone: wasUndone };

/** An effect whose lease is held, and its request as it stood then; null for one of the desk. */
interface Held {
  readonly effect: AnyClaimedEffect;
  readonly reading: RequestReading | null;
}

interface Attempt {
  readonly outcome: AttemptOutcome;
  /** What follows at once, already leased. */
  readonly next?: Held | null;
}

/**
 * Runs one effect: claim, ask the request whether it still wants it, do it, and commit its result together with the
 * events it causes. Whatever fails in between leaves the row pending for the next attempt. What the result asks for at once
 * is leased by the same commit and done next, without a way through the queue; if this process dies, the lease runs out.
 */
@Injectable()
export class EffectRunner implements BeforeApplicationShutdown {
  readonly #logger = new Logger(EffectRunner.name);
  readonly #handlers: ReadonlyMap<EffectKind, EffectHandler>;
  readonly #deskHandlers: ReadonlyMap<string, DeskEffectHandler>;
  readonly #inLane = new WeakSet<AnyClaimedEffect>();
  readonly #onLeave = new Set<() => void>();
  readonly #claims: Together<ClaimRow, Claimed | null>;
  #stopping = false;
  /** The kinds of effects that this process can do. */
  readonly kinds: readonly string[];

  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly watermark: ClockWatermark,
    @Inject(LEASE_SECONDS) private readonly leaseSeconds: number,
    @Inject(EFFECT_HANDLERS) handlers: readonly EffectHandler[],
    @Optional() private readonly metrics: EngineMetrics = new EngineMetrics(),
    @Optional() @Inject(ENGINE_LIMITS) private readonly limits: EngineLimits = USUAL_LIMITS,
    @Optional() @Inject(DESK_EFFECT_HANDLERS) deskHandlers: readonly DeskEffectHandler[] = [],
  ) {
    this.#handlers = byKind(handlers);
    this.#deskHandlers = new Map(deskHandlers.map((handler) => [handler.kind, handler]));
    this.kinds = [...this.#handlers.keys(), ...this.#deskHandlers.keys()];
    const claims = (all: readonly ClaimRow[]) =>
      claimAll(database, all, leaseSeconds, this.watermark.allowed(this.kinds));
    this.#claims = new Together(claims, CLAIMS);
  }

  /** Calls `listener` after each attempt that was in a lane, where somebody may be waiting for the place. */
  onLeave(listener: () => void): void {
    this.#onLeave.add(listener);
  }

  /** From now on nothing is begun that the queue could hand to another worker. */
  beforeApplicationShutdown(): void {
    this.#stopping = true;
  }

  /**
   * Runs the effect with this id if it is due and free, and of the queue whose job led here. Never throws for what an
   * effect did.
   */
  async run(id: string, queue: QueueName | null = null): Promise<void> {
    const startTime = Date.now();
    const effect = await this.#claims.add({ id, lease_owner: randomUUID(), queue });
    if (effect === null) {
      if (queue !== null) this.metrics.ignored(queue, await whyIgnored(this.database, id, queue, this.kinds));
      return;
    }
    let held = await this.#held(effect);
    await inTrace(effect.traceParent, () =>
      inSpan(`job ${queue ?? 'here'}`, { kind: SpanKind.CONSUMER, startTime }, async () => {
        for (let left = MOST_IN_A_ROW - 1; held !== null; left -= 1) held = await this.#run(held, left > 0);
      }),
    );
  }

  /** Null, and a failure like any other, when this release cannot read the ledger of the request. */
  async #held(effect: Claimed): Promise<Held | null> {
    const { requestId, request, askedAt } = effect;
    if (requestId === null || request === null) return { effect, reading: null };
    try {
      return { effect, reading: this.ledger.readingOf(requestId, request, askedAt) };
    } catch (error) {
      const outcome = await this.#recordFailure(effect, error);
      this.metrics.attempted(ALL_EFFECT_RULES[effect.kind].queue, effect, outcome, 0);
      return null;
    }
  }

  async #run(held: Held, carriesOn: boolean): Promise<Held | null> {
    const { effect } = held;
    await crashPoint(`after-claim:${effect.kind}`);
    const begun = performance.now();
    const beat = () => void renew(this.database, effect, this.leaseSeconds).catch(() => undefined);
    const heartbeat = setInterval(beat, (this.leaseSeconds * 1000) / 3);
    const { outcome, next = null } = await this.#traced(held, carriesOn).finally(() => clearInterval(heartbeat));
    const seconds = (performance.now() - begun) / 1000;
    this.metrics.attempted(ALL_EFFECT_RULES[effect.kind].queue, effect, outcome, seconds);
    this.#logger.debug({ effect: effect.id, reference: effect.reference, outcome, seconds });
    if (this.#inLane.has(effect)) for (const listener of this.#onLeave) listener();
    return next;
  }

  #traced(held: Held, carriesOn: boolean): Promise<Attempt> {
    const { effect } = held;
    const attributes = { 'artikla.effect': effect.id, 'artikla.attempt': effect.attempts };
    return inSpan(`effect ${effect.kind}`, { attributes }, async (span) => {
      const attempt = await this.#attempt(held, carriesOn);
      span.setAttribute('artikla.outcome', attempt.outcome);
      return attempt;
    });
  }

  /**
   * An attempt that takes too long counts as failed. It may still be at it, but its lease is gone: neither what it brings
   * nor the state of a mail can be written any more.
   */
  async #attempt({ effect, reading }: Held, carriesOn: boolean): Promise<Attempt> {
    try {
      const timeout = this.limits.timeoutOf(effect.kind);
      const attempt =
        effect.requestId === null || reading === null
          ? this.#performForDesk(effect as ClaimedDeskEffect)
          : this.#perform(effect, reading, carriesOn);
      return await within(timeout, attempt, () => new EffectFailure('timed-out'));
    } catch (error) {
      if (error instanceof LaneFull) return { outcome: 'waits' };
      if (error instanceof LeaseLostError) return { outcome: 'lost' };
      return { outcome: await this.#recordFailure(effect, error) };
    }
  }

  async #perform(effect: ClaimedEffect, read: RequestReading, carriesOn: boolean): Promise<Attempt> {
    const reading = await this.ledger.refreshed(read);
    const { state } = reading;
    if (mustWait(state, effect.kind, effect.data)) {
      await putOff(this.database, effect);
      return { outcome: 'waits' };
    }
    const { calendar, today } = reading.clock.in(state);
    const deadlines = () => datesToRemindOf(state, calendar, today);
    if (!stillWanted(state, effect.kind, effect.data, deadlines)) return this.#cancel(effect, 'no-longer-wanted');
    const handler = this.#handlers.get(effect.kind);
    if (handler === undefined) throw new EffectFailure('no-handler');
    if (handler.lane !== undefined) await this.#enter(effect, handler.lane);
    const result = await handler.run(effect, state, (lane) => this.#enter(effect, lane));
    if (result === null) return this.#cancel(effect, SUPERSEDED);
    await crashPoint(`before-commit:${effect.kind}`);
    const kinds = carriesOn && !this.#stopping ? this.watermark.allowed(this.kinds) : [];
    const { command, ...beside } = result;
    const outcome = await this.ledger.apply(effect.requestId, command, DESK, {
      ...beside,
      settles: { effectId: effect.id, leaseOwner: effect.leaseOwner },
      reading,
      takes: { kinds, leaseSeconds: this.leaseSeconds },
    });
    if (isConflict(outcome)) throw new EffectFailure('conflict');
    if (isRefusal(outcome)) return this.#cancel(effect, outcome.refused);
    await crashPoint(`after-commit:${effect.kind}`);
    return { outcome: 'done', next: followerOf(effect, outcome) };
  }

  async #performForDesk(effect: ClaimedDeskEffect): Promise<Attempt> {
    const handler = this.#deskHandlers.get(effect.kind);
    if (handler === undefined) throw new EffectFailure('no-handler');
    if (handler.lane !== undefined) await this.#enter(effect, handler.lane);
    const unwanted = await handler.run(effect);
    if (unwanted !== null) return this.#cancel(effect, unwanted);
    await crashPoint(`before-commit:${effect.kind}`);
    await settle(this.database, { effectId: effect.id, leaseOwner: effect.leaseOwner });
    return { outcome: 'done' };
  }

  async #enter(effect: AnyClaimedEffect, lane: Lane): Promise<void> {
    await enterLane(this.database, this.limits.lanes, effect, lane);
    this.#inLane.add(effect);
  }

  async #cancel(effect: AnyClaimedEffect, reason: string): Promise<Attempt> {
    await cancel(this.database, effect, reason);
    return { outcome: 'cancelled' };
  }

  async #recordFailure(effect: AnyClaimedEffect, error: unknown): Promise<AttemptOutcome> {
    const known = error instanceof EffectFailure;
    const code = known ? error.code : 'unexpected';
    const retry = known ? error.retry : true;
    const name = error instanceof Error ? error.name : 'unknown';
    const { id, kind, reference, attempts } = effect;
    this.#logger.warn({ effect: id, reference, kind, attempt: attempts, code, error: name });
    await fail(this.database, effect, code, retry).catch(() => undefined);
    return retry ? 'failed' : 'dead';
  }
}

/** What the commit has leased for whoever made it: its first attempt, begun the moment it was due. */
const followerOf = (
  { leaseOwner, reference, traceParent }: ClaimedEffect,
  { requestId, taken, reading }: Applied,
): Held | null =>
  taken === null
    ? null
    : {
        effect: { ...taken, requestId, attempts: 1, leaseOwner, late: 0, reference, traceParent } as ClaimedEffect,
        reading,
      };
