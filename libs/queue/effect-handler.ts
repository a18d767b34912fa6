import type { Actor } from '#domain/request/actor';
import type { Command } from '#domain/request/commands';
import type { EffectKind } from '#domain/request/effects';
import type { SubjectRequest } from '#domain/request/state';
import type { Alongside } from '#persistence/ledger';
import type { ClaimedEffect } from './effect-rows.js';
import type { EnterLane, Lane } from './lanes.js';

/** What an effect brought: the command that tells the request, with what is sealed and stored beside it. */
export interface EffectResult {
  readonly command: Command;
  readonly content?: object;
  readonly alongside?: Alongside;
}

/**
 * Does one kind of effect in the world. It may run again after a crash at any point, so what it does must be safe to
 * repeat until its result is committed. Throws `EffectFailure` with a code for what is expected to go wrong.
 */
export interface EffectHandler<K extends EffectKind = EffectKind> {
  readonly kind: K;
  /** The narrow place that all of its effects go through. */
  readonly lane?: Lane;
  /**
   * Null when something newer has taken this effect's place: it is then cancelled. A handler whose narrow place depends on
   * the effect calls `enter` before it goes there, and passes on what that throws.
   */
  run(effect: ClaimedEffect<K>, request: SubjectRequest, enter: EnterLane): Promise<EffectResult | null>;
}

/** The desk acts on its own behalf when it reports what an effect brought. */
export const DESK: Actor = { kind: 'desk' };

/** Handlers by the kind they do. Throws when two do the same. */
export const byKind = (handlers: readonly EffectHandler[]): ReadonlyMap<EffectKind, EffectHandler> => {
  const map = new Map(handlers.map((handler) => [handler.kind, handler]));
  if (map.size !== handlers.length) throw new Error('two handlers for one kind of effect');
  return map;
};

/** Handlers that leave none of these kinds undone; throws when one is missing, so that such a process does not start. */
export const complete = (
  handlers: readonly EffectHandler[],
  kinds: readonly EffectKind[],
): readonly EffectHandler[] => {
  const known = byKind(handlers);
  const missing = kinds.filter((kind) => !known.has(kind));
  if (missing.length > 0) throw new Error(`no handler for ${missing.join(', ')}`);
  return handlers;
};
