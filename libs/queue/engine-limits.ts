import { ALL_EFFECT_RULES } from '#domain/desk-effects';
import type { AnyClaimedEffect } from './effect-rows.js';
import { USUAL_LANE_PLACES, type LanePlaces } from './lanes.js';

/** Where a process is given its `EngineLimits`. */
export const ENGINE_LIMITS = Symbol('ENGINE_LIMITS');

export interface EngineLimits {
  readonly lanes: LanePlaces;
  /** Seconds an attempt at this kind of effect may take. */
  readonly timeoutOf: (kind: AnyClaimedEffect['kind']) => number;
}

export const USUAL_LIMITS: EngineLimits = {
  lanes: USUAL_LANE_PLACES,
  timeoutOf: (kind) => ALL_EFFECT_RULES[kind].timeout,
};
