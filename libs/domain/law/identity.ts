/**
 * The ladder of identity proofs (security design, section 3.1).
 * V0 none · V1 a code to the contact given · V2 a code to the contact on file · V3 two independent on-file channels
 * · V4 strong e-identification · V5 in person. Knowledge alone is never a level.
 */
export const IDENTITY_LEVELS = ['V0', 'V1', 'V2', 'V3', 'V4', 'V5'] as const;

export type IdentityLevel = (typeof IDENTITY_LEVELS)[number];

/** How delicate the data of a register is: the columns of the decision table, section 3.2. */
export const DATA_CLASSES = ['basic', 'communications', 'special'] as const;

export type DataClass = (typeof DATA_CLASSES)[number];

/** True when `reached` proves at least as much as `needed`. */
export const meetsLevel = (reached: IdentityLevel, needed: IdentityLevel): boolean =>
  IDENTITY_LEVELS.indexOf(reached) >= IDENTITY_LEVELS.indexOf(needed);
