import { noQuestionCounts } from './no-effect.js';
import type { RegimeRules, Source } from '../rule-pack.js';

interface StateLaw extends Pick<Source, 'rule' | 'citation'> {
  readonly days?: number;
  readonly extendedTotal?: number;
  readonly appealDays?: number;
  /** Days by which the limit for an appeal can grow. */
  readonly appealMore?: number;
}

/**
 * The laws of the states are of one kind: 45 days from receipt, 45 more once, told within the first 45; proof of
 * identity stops nothing; a refusal is told within the first period; most let the person appeal, and decide within 60
 * days. The first number was read in a comparison of these laws; the others are to be confirmed.
 */
function stateLaw({ days = 45, extendedTotal = 90, appealDays = 60, appealMore = 0, ...law }: StateLaw): RegimeRules {
  const toConfirm: Source = { ...law, certainty: 'unconfirmed' };
  const answer = { length: days, unit: 'day', source: law } as const;
  return {
    special: [],
    general: {
      // That the day of receipt is not one of the days is our reading: the laws say only "of receipt".
      start: { ...law, certainty: 'interpretation' },
      answer,
      extension: {
        total: { length: extendedTotal, unit: 'day', source: toConfirm },
        noticeWithin: { ...answer, source: toConfirm },
        source: toConfirm,
      },
      questions: noQuestionCounts(toConfirm),
      roll: null,
      closedDays: [],
      refusal: { within: { ...answer, source: toConfirm }, extendable: false },
      silence: null,
      acknowledge: null,
      appeal: { within: { length: appealDays, unit: 'day', source: toConfirm }, more: appealMore },
    },
  };
}

export const unitedStates = {
  US_VA_VCDPA: stateLaw({ rule: 'va-59-1-577', citation: 'Virginia Consumer Data Protection Act, Va. Code 59.1-577' }),
  US_CO_CPA: stateLaw({
    rule: 'co-6-1-1306',
    citation: 'Colorado Privacy Act, Colo. Rev. Stat. 6-1-1306',
    appealDays: 45,
    appealMore: 60,
  }),
  US_IA_ICDPA: stateLaw({
    rule: 'ia-715d',
    citation: 'Iowa Consumer Data Protection Act, Iowa Code ch. 715D',
    days: 90,
    extendedTotal: 135,
  }),
} as const satisfies Record<string, RegimeRules>;

export const furtherStates = {
  US_CT: stateLaw({ rule: 'ct-dpa', citation: 'Connecticut Data Privacy Act' }),
  US_TX: stateLaw({ rule: 'tx-dpsa', citation: 'Texas Data Privacy and Security Act' }),
  US_OR: stateLaw({ rule: 'or-cpa', citation: 'Oregon Consumer Privacy Act' }),
  US_MT: stateLaw({ rule: 'mt-cdpa', citation: 'Montana Consumer Data Privacy Act' }),
  US_DE: stateLaw({ rule: 'de-pdpa', citation: 'Delaware Personal Data Privacy Act' }),
  US_NJ: stateLaw({ rule: 'nj-dpa', citation: 'New Jersey Data Privacy Act' }),
  US_NH: stateLaw({ rule: 'nh-pa', citation: 'New Hampshire Privacy Act' }),
  US_MN: stateLaw({ rule: 'mn-cdpa', citation: 'Minnesota Consumer Data Privacy Act' }),
  US_MD: stateLaw({ rule: 'md-odpa', citation: 'Maryland Online Data Privacy Act' }),
  US_IN: stateLaw({ rule: 'in-cdpa', citation: 'Indiana Consumer Data Protection Act' }),
  US_KY: stateLaw({ rule: 'ky-cdpa', citation: 'Kentucky Consumer Data Protection Act' }),
  US_TN: stateLaw({ rule: 'tn-ipa', citation: 'Tennessee Information Protection Act' }),
  US_NE: stateLaw({ rule: 'ne-dpa', citation: 'Nebraska Data Privacy Act' }),
  US_UT: stateLaw({ rule: 'ut-cpa', citation: 'Utah Consumer Privacy Act' }),
  // 15 days more instead of 45.
  US_FL: stateLaw({ rule: 'fl-dbr', citation: 'Florida Digital Bill of Rights', extendedTotal: 60 }),
  US_RI: stateLaw({ rule: 'ri-dtppa', citation: 'Rhode Island Data Transparency and Privacy Protection Act' }),
} as const satisfies Record<string, RegimeRules>;
