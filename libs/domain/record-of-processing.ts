import type { ControllerContact } from './controller-profile.js';
import type { Localised } from './language.js';
import type { Right } from './law/rights.js';
import type { CivilDate } from './time-source.js';

/** The six bases of GDPR art. 6(1), points (a) to (f). */
export const LEGAL_BASES = [
  'consent',
  'contract',
  'legal_obligation',
  'vital_interests',
  'public_task',
  'legitimate_interests',
] as const;

export type LegalBasis = (typeof LEGAL_BASES)[number];

export interface Recipient {
  readonly category: Localised;
  /** Who they are by name; on request the person is told identities, not only categories (CJEU C-154/21). */
  readonly names: readonly string[];
}

export interface Transfer {
  readonly description: Localised;
  /** The safeguard of GDPR art. 46 that the person must be told (art. 15(2)). */
  readonly safeguard: Localised | null;
}

export interface Retention {
  /** What decides how long the data is kept, when no period can be given (GDPR art. 15(1)(d)). */
  readonly criteria: Localised;
  readonly period: Localised | null;
}

/** One purpose-bound use of personal data (GDPR art. 30(1)): the source of the information of art. 15(1). */
export interface ProcessingActivity {
  readonly id: string;
  readonly name: Localised;
  readonly purposes: readonly Localised[];
  readonly legalBasis: LegalBasis;
  /** The interest pursued, where the basis is art. 6(1)(f). */
  readonly legitimateInterest: Localised | null;
  readonly dataSubjects: readonly Localised[];
  readonly categories: readonly Localised[];
  readonly sources: readonly Localised[];
  readonly recipients: readonly Recipient[];
  readonly transfers: readonly Transfer[];
  readonly retention: Retention;
}

export const RECORD_FIELDS = ['legalBasis', 'recipients', 'transfers', 'retention', 'automatedDecisions'] as const;

export type RecordField = (typeof RECORD_FIELDS)[number];

/** Something the record should say and does not. */
export interface Gap {
  readonly field: RecordField;
  readonly why: Localised;
}

export interface RecordOfProcessing {
  readonly controller: ControllerContact;
  readonly updatedOn: CivilDate;
  readonly activities: readonly ProcessingActivity[];
  /** Automated decisions and profiling with their logic and consequences (GDPR art. 15(1)(h)); null when nothing is said. */
  readonly automatedDecisions: Localised | null;
  readonly protection: Localised | null;
  readonly gaps: readonly Gap[];
}

/**
 * What a record lacks by itself: recipients without a name (CJEU C-154/21), a transfer without its safeguard (GDPR
 * art. 15(2)), no activity at all, nothing on automated decisions (art. 15(1)(h)).
 */
export const fieldsThatLack = ({
  activities,
  automatedDecisions,
}: Pick<RecordOfProcessing, 'activities' | 'automatedDecisions'>): readonly RecordField[] => {
  const none = activities.length === 0;
  const lacks: Readonly<Partial<Record<RecordField, boolean>>> = {
    retention: none,
    recipients: none || activities.some(({ recipients }) => recipients.some(({ names }) => names.length === 0)),
    transfers: activities.some(({ transfers }) => transfers.some(({ safeguard }) => safeguard === null)),
    automatedDecisions: automatedDecisions === null,
  };
  return RECORD_FIELDS.filter((field) => lacks[field] === true);
};

/** What the answer to each right takes from the record: GDPR art. 15(1)(c), (d), (h) and 15(2); art. 20(1)(a). */
const FIELDS_NEEDED: Readonly<Partial<Record<Right, readonly RecordField[]>>> = {
  access: ['recipients', 'transfers', 'retention', 'automatedDecisions'],
  portability: ['legalBasis'],
};

/** The gaps that must be filled before an answer about this right may be approved. */
export const gapsThatBlock = (record: RecordOfProcessing, right: Right): readonly Gap[] =>
  record.gaps.filter(({ field }) => FIELDS_NEEDED[right]?.includes(field) ?? false);
