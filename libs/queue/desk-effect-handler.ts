import type { DeskEffectKind } from '#domain/desk-effects';
import type { Lane } from './lanes.js';
import type { ClaimedDeskEffect } from './effect-rows.js';

/** Where a process is given its handlers of what belongs to no request. */
export const DESK_EFFECT_HANDLERS = Symbol('DESK_EFFECT_HANDLERS');

/**
 * Does one kind of effect that belongs to no request, under the same terms as one that does: it may run again after a
 * crash at any point. Returns null when it is done, else the code of the reason why it is not wanted any more.
 */
export interface DeskEffectHandler<K extends DeskEffectKind = DeskEffectKind> {
  readonly kind: K;
  readonly lane?: Lane;
  run(effect: ClaimedDeskEffect<K>): Promise<string | null>;
}
