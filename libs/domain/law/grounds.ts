import { RIGHTS, type Right } from './rights.js';

/** Answers that need a ground: everything granted or nothing held needs none. */
export type GroundedOutcome = 'partly' | 'refused';

export interface GroundRule {
  /** The act, as cited in a letter: `gdpr` is Regulation (EU) 2016/679, `tsl` the Finnish Data Protection Act 1050/2018. */
  readonly act: 'gdpr' | 'tsl';
  /** Article or section, as printed. */
  readonly article: string;
  readonly rights: readonly Right[];
  readonly outcomes: readonly GroundedOutcome[];
  /** Country whose national law the ground is; null for the regulation itself. */
  readonly country: 'FI' | null;
  /** True where the refused information goes to the supervisory authority on the person's request. */
  readonly indirectAccess: boolean;
}

/** Art. 21(3) leaves nothing to weigh in direct marketing, so no ground is ever open there. */
const WEIGHABLE_RIGHTS: readonly Right[] = RIGHTS.filter((right) => right !== 'direct_marketing');

/** Rights of arts. 15 to 20, which art. 11(2) switches off when the person cannot be identified. */
const RIGHTS_OF_ARTS_15_TO_20: readonly Right[] = ['access', 'rectification', 'erasure', 'restriction', 'portability'];

const gdpr = (
  article: string,
  rights: readonly Right[],
  outcomes: readonly GroundedOutcome[] = ['partly', 'refused'],
): GroundRule => ({ act: 'gdpr', article, rights, outcomes, country: null, indirectAccess: false });

/**
 * The only reasons for which the desk refuses a request or a part of it. What each says to the person stands in the
 * texts under `common.ground.<id>`; a new ground is a row here and those texts.
 */
export const GROUNDS = {
  // GDPR art. 11(2): arts. 15 to 20 do not apply when the controller shows that it cannot identify the person.
  art_11_2_cannot_identify: gdpr('11(2)', RIGHTS_OF_ARTS_15_TO_20, ['refused']),
  // GDPR art. 12(5)(b): the controller bears the burden of proof.
  art_12_5_manifestly_unfounded: gdpr('12(5)', WEIGHABLE_RIGHTS, ['refused']),
  // GDPR art. 12(5)(b); a first request only with proven abusive intent: CJEU C-526/24 Brillen Rottler, 19 March 2026.
  art_12_5_excessive: gdpr('12(5)', WEIGHABLE_RIGHTS, ['refused']),
  // GDPR art. 12(6): reasonable doubts about identity that the information asked for did not settle.
  art_12_6_identity_not_confirmed: gdpr('12(6)', WEIGHABLE_RIGHTS, ['refused']),
  // GDPR art. 15(4); recital 63: never a reason to refuse all information, hence only in part.
  art_15_4_rights_of_others: gdpr('15(4)', ['access'], ['partly']),
  // GDPR art. 16: the right reaches inaccurate data; art. 16 second sentence leaves a supplementary statement.
  art_16_not_inaccurate: gdpr('16', ['rectification']),
  // GDPR art. 17(1)(a)-(f): none of the grounds for erasure is there.
  art_17_1_no_ground: gdpr('17(1)', ['erasure']),
  // GDPR art. 17(3)(b) with a law that says how long, such as the Accounting Act 1336/1997 ch. 2 s. 10.
  art_17_3_b_legal_obligation: gdpr('17(3)(b)', ['erasure']),
  // GDPR art. 17(3)(e), case by case, with the limitation periods of the Act on Limitation of Debts 728/2003.
  art_17_3_e_legal_claims: gdpr('17(3)(e)', ['erasure']),
  // GDPR art. 18(1)(a)-(d): none of the four situations is there.
  art_18_1_no_ground: gdpr('18(1)', ['restriction']),
  // GDPR art. 20(1)(a): only processing based on consent or contract, and only by automated means.
  art_20_not_consent_or_contract: gdpr('20(1)', ['portability']),
  // GDPR art. 20(4): the rights and freedoms of others.
  art_20_4_rights_of_others: gdpr('20(4)', ['portability'], ['partly']),
  // GDPR art. 21(1): compelling legitimate grounds or legal claims, which the controller must demonstrate.
  art_21_1_compelling_grounds: gdpr('21(1)', ['objection']),
  // GDPR art. 22(1): no decision is based solely on automated processing.
  art_22_1_no_such_decision: gdpr('22(1)', ['automated_decision'], ['refused']),
  // Data Protection Act 1050/2018 s. 34(1): the restriction; s. 34(3): reasons; s. 34(4): access through the Ombudsman.
  tsl_34_restriction: {
    act: 'tsl',
    article: '34',
    rights: ['access'],
    outcomes: ['partly', 'refused'],
    country: 'FI',
    indirectAccess: true,
  },
} as const satisfies Record<string, GroundRule>;

export type GroundId = keyof typeof GROUNDS;

export const GROUND_IDS = Object.keys(GROUNDS) as readonly GroundId[];

/** The grounds an officer of a controller in `country` (ISO 3166-1) may choose from for this right and outcome. */
export const groundsFor = (right: Right, outcome: GroundedOutcome, country: string): readonly GroundId[] =>
  GROUND_IDS.filter((id) => {
    const rule: GroundRule = GROUNDS[id];
    return (
      rule.rights.includes(right) &&
      rule.outcomes.includes(outcome) &&
      (rule.country === null || rule.country === country)
    );
  });
