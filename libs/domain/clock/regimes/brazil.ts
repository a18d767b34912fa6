import { noQuestionCounts } from './no-effect.js';
import type { Period, RegimeRules, RulePack, Source } from '../rule-pack.js';

const ARTICLE_19: Source = { rule: 'lgpd-19', citation: 'Brazilian General Data Protection Law (LGPD) art. 19' };

/** Art. 19(II): a full statement within 15 days of the request. */
const FULL: Period = { length: 15, unit: 'day', source: ARTICLE_19 };

/** Art. 19(I): confirmation in a simplified form, at once. */
const SIMPLIFIED: Period = { length: 0, unit: 'day', source: ARTICLE_19 };

const FULL_STATEMENT: RulePack = {
  start: { rule: 'br-cc-132', citation: 'Brazilian Civil Code art. 132', certainty: 'unconfirmed' },
  answer: FULL,
  extension: { noticeWithin: null, source: ARTICLE_19 },
  questions: noQuestionCounts(ARTICLE_19),
  // The LGPD is silent; the civil code would move a last day that is a holiday.
  roll: {
    moves: false,
    source: { rule: 'br-cc-132-1', citation: 'Brazilian Civil Code art. 132 §1', certainty: 'unconfirmed' },
  },
  closedDays: [],
  refusal: { within: FULL, extendable: false },
  silence: null,
  acknowledge: null,
  appeal: null,
};

export const brazil = {
  BR_LGPD: {
    special: [
      {
        applies: { requestTypes: ['simplified'] },
        rules: { ...FULL_STATEMENT, answer: SIMPLIFIED, refusal: { within: SIMPLIFIED, extendable: false } },
      },
    ],
    general: FULL_STATEMENT,
  },
} as const satisfies Record<string, RegimeRules>;
