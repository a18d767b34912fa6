import { EFFECT_RULES, type EffectKind } from '#domain/request/effects';
import { USUAL_LANE_PLACES, type LanePlaces } from './lanes.js';

/** Where a process is given its `EngineLimits`. */
export const ENGINE_LIMITS = Symbol('ENGINE_LIMITS');

export interface EngineLimits {
  readonly lanes: LanePlaces;
  /** Seconds an attempt at this kind of effect may take. */
  readonly timeoutOf: (kind: EffectKind) => number;
}

export const USUAL_LIMITS: EngineLimits = {
  lanes: USUAL_LANE_PLACES,
  timeoutOf: (kind) => EFFECT_RULES[kind].timeout,
};
