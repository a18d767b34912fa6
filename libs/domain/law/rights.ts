import type { DataClass, IdentityLevel } from '#domain/law/identity';

/** The rights a person can exercise, GDPR arts. 15-18 and 20-22. */
export const RIGHTS = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'portability',
  'objection',
  'direct_marketing',
  'automated_decision',
] as const;

export type Right = (typeof RIGHTS)[number];

/** What the desk asks of a register so that a right can be answered. */
export type TaskKind = 'collect' | 'plan_erasure' | 'erase' | 'suppress_marketing' | 'manual';

export interface RightRule {
  /** Article of the GDPR, as printed. */
  readonly article: string;
  /** Work done in each register before the decision. */
  readonly preparation: TaskKind;
  /** Work done in each register after the decision is approved, before the person is told. */
  readonly execution: TaskKind | null;
  /** `automatic` where the law leaves the controller nothing to weigh. */
  readonly decision: 'officer' | 'automatic';
  /** Rights in the same request that must have been collected before this one is executed. */
  readonly executesAfter: readonly Right[];
  /** Hours between proof of identity and execution in which the person may still call it off. */
  readonly coolingOffHours: number;
  /** Least identity level by the class of data touched (security design, decision table 3.2). */
  readonly identity: Readonly<Record<DataClass, IdentityLevel>>;
}

/**
 * One row per right. Art. 21(3): once a person objects to direct marketing there is nothing to weigh, so it is decided
 * by the law itself and goes on at once. Erasure waits for access in the same request, otherwise the copy would be empty.
 */
export const RIGHT_RULES = {
  access: {
    article: '15',
    preparation: 'collect',
    execution: null,
    decision: 'officer',
    executesAfter: [],
    coolingOffHours: 0,
    identity: { basic: 'V2', communications: 'V3', special: 'V4' },
  },
  rectification: {
    article: '16',
    preparation: 'manual',
    execution: null,
    decision: 'officer',
    executesAfter: [],
    coolingOffHours: 0,
    identity: { basic: 'V3', communications: 'V3', special: 'V4' },
  },
  erasure: {
    article: '17',
    preparation: 'plan_erasure',
    execution: 'erase',
    decision: 'officer',
    executesAfter: ['access', 'portability'],
    coolingOffHours: 72,
    identity: { basic: 'V2', communications: 'V3', special: 'V4' },
  },
  restriction: {
    article: '18',
    preparation: 'manual',
    execution: null,
    decision: 'officer',
    executesAfter: [],
    coolingOffHours: 0,
    identity: { basic: 'V1', communications: 'V2', special: 'V3' },
  },
  portability: {
    article: '20',
    preparation: 'collect',
    execution: null,
    decision: 'officer',
    executesAfter: [],
    coolingOffHours: 0,
    identity: { basic: 'V2', communications: 'V3', special: 'V4' },
  },
  objection: {
    article: '21(1)',
    preparation: 'manual',
    execution: null,
    decision: 'officer',
    executesAfter: [],
    coolingOffHours: 0,
    identity: { basic: 'V1', communications: 'V2', special: 'V3' },
  },
  direct_marketing: {
    article: '21(2)-(3)',
    preparation: 'suppress_marketing',
    execution: null,
    decision: 'automatic',
    executesAfter: [],
    coolingOffHours: 0,
    identity: { basic: 'V0', communications: 'V0', special: 'V1' },
  },
  automated_decision: {
    article: '22',
    preparation: 'manual',
    execution: null,
    decision: 'officer',
    executesAfter: [],
    coolingOffHours: 0,
    identity: { basic: 'V2', communications: 'V3', special: 'V4' },
  },
} as const satisfies Record<Right, RightRule>;

/** The name of a right in the laws that give some requests rules of their own (`Applicability.requestTypes`). */
const REQUEST_TYPES: Readonly<Partial<Record<Right, string>>> = { direct_marketing: 'opt_out' };

/** By which type a request is counted: that of its rights when all have the same one, else none. */
export const requestTypeOf = (rights: readonly Right[]): string | undefined => {
  const [type, ...others] = new Set(rights.map((right) => REQUEST_TYPES[right]));
  return others.length === 0 ? type : undefined;
};
