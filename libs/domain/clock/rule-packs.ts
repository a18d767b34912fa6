import type { CivilDate } from '#domain/time-source';
import { asiaPacificAfrica } from './regimes/asia-pacific-africa.js';
import { brazil } from './regimes/brazil.js';
import { california } from './regimes/california.js';
import { canada } from './regimes/canada.js';
import { europeanUnion } from './regimes/european-union.js';
import { switzerland } from './regimes/switzerland.js';
import { unitedKingdom } from './regimes/united-kingdom.js';
import { furtherStates, unitedStates } from './regimes/united-states.js';
import type { Applicability, RegimeRules, RulePack } from './rule-pack.js';

/** All rules there are, by regime. */
export const RULES_OF_REGIMES = {
  ...europeanUnion,
  ...unitedKingdom,
  ...california,
  ...unitedStates,
  ...switzerland,
  ...brazil,
  ...canada,
  ...asiaPacificAfrica,
  ...furtherStates,
} as const satisfies Record<string, RegimeRules>;

export type Regime = keyof typeof RULES_OF_REGIMES;

export const isRegime = (name: string): name is Regime => Object.hasOwn(RULES_OF_REGIMES, name);

/** Every regime there is, by name. */
export const REGIMES: readonly Regime[] = Object.keys(RULES_OF_REGIMES).filter(isRegime);

/** Types of request for which some law has rules of its own; every other type is counted by the general ones. */
export const SPECIAL_REQUEST_TYPES: readonly string[] = Object.values<RegimeRules>(RULES_OF_REGIMES)
  .flatMap(({ special }) => special)
  .flatMap(({ applies }) => applies.requestTypes ?? []);

/** A name that no row has; `code` is the one of the `clock` command. */
export class UnknownRegimeError extends Error {
  readonly code = 'unknown-regime';

  constructor(regime: string) {
    super(`There are no rules for the regime "${regime}"`);
    this.name = 'UnknownRegimeError';
  }
}

/** On what the choice between the rules of one regime depends. */
export interface RequestKind {
  readonly receivedOn: CivilDate;
  /** `access` and most others have the general rules; some laws have others for `opt_out`, `limit`, `simplified`. */
  readonly requestType?: string | undefined;
  /** ISO 3166-1 alpha-2 of the controller. */
  readonly country?: string | undefined;
}

/**
 * The rules that count a request.
 *
 * @throws UnknownRegimeError `unknown-regime`
 */
export function rulePackFor(regime: string, request: RequestKind): RulePack {
  if (!isRegime(regime)) throw new UnknownRegimeError(regime);
  const { special, general }: RegimeRules = RULES_OF_REGIMES[regime];
  return special.find(({ applies }) => covers(applies, request))?.rules ?? general;
}

const covers = (
  { receivedFrom, requestTypes, countries }: Applicability,
  { receivedOn, requestType, country }: RequestKind,
): boolean =>
  (receivedFrom === undefined || receivedOn >= receivedFrom) &&
  (requestTypes === undefined || requestTypes.some((type) => type === requestType)) &&
  (countries === undefined || countries.some((code) => code === country));
