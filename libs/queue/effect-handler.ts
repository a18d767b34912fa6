import type { Actor } from '#domain/request/actor';
import type { Command } from '#domain/request/commands';
import type { EffectKind } from '#domain/request/effects';
import type { SubjectRequest } from '#domain/request/state';
import type { Alongside } from '#persistence/ledger';
import type { ClaimedEffect } from './effect-rows.js';

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
  /** Null when something newer has taken this effect's place: it is then cancelled. */
  run(effect: ClaimedEffect<K>, request: SubjectRequest): Promise<EffectResult | null>;
}

/** The desk acts on its own behalf when it reports what an effect brought. */
export const DESK: Actor = { kind: 'desk' };
