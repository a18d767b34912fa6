import { noQuestionCounts } from './no-effect.js';
import type { Period, RegimeRules, RulePack, Source } from '../rule-pack.js';

const STATUTE: Source = {
  rule: 'ccpa-1798-130',
  citation: 'California Consumer Privacy Act (CCPA), Cal. Civ. Code 1798.130(a)(2)',
};
const REGULATION: Source = {
  rule: 'ccpa-regs-7021',
  citation: 'California regulations, Cal. Code Regs. tit. 11, 7021',
};
const OPT_OUT: Source = {
  rule: 'ccpa-regs-7026',
  citation: 'California regulations, Cal. Code Regs. tit. 11, 7026 and 7027',
};

/** The regulations do not define a business day: that it is one of the calendar of the place is our reading. */
const inBusinessDays = (length: number, source: Source): Period => ({
  length,
  unit: 'working_day',
  source: { ...source, certainty: 'interpretation' },
});

const ANSWER: Period = { length: 45, unit: 'day', source: STATUTE };

const REQUEST_TO_KNOW: RulePack = {
  // The period "begins on the day" of receipt; that this day is not one of the 45 is our reading.
  start: { ...REGULATION, certainty: 'interpretation' },
  answer: ANSWER,
  extension: {
    // Another 45 days, 90 in all from receipt.
    total: { length: 90, unit: 'day', source: STATUTE },
    noticeWithin: ANSWER,
    source: STATUTE,
  },
  // "Regardless of the time required to verify the request."
  questions: noQuestionCounts(REGULATION),
  roll: {
    moves: false,
    source: { rule: 'ca-civ-11', citation: 'Cal. Civ. Code 11; Cal. Code Civ. Proc. 12a', certainty: 'unconfirmed' },
  },
  closedDays: [],
  refusal: { within: { ...ANSWER, source: { ...REGULATION, certainty: 'unconfirmed' } }, extendable: true },
  silence: null,
  acknowledge: inBusinessDays(10, REGULATION),
  appeal: null,
};

/** Opting out of sale and sharing, and limiting the use of sensitive data. */
const OPTING_OUT = inBusinessDays(15, OPT_OUT);

export const california = {
  US_CA_CCPA: {
    special: [
      {
        applies: { requestTypes: ['opt_out', 'limit'] },
        rules: {
          ...REQUEST_TO_KNOW,
          start: { ...OPT_OUT, certainty: 'interpretation' },
          answer: OPTING_OUT,
          extension: { noticeWithin: null, source: OPT_OUT },
          questions: noQuestionCounts(OPT_OUT),
          refusal: { within: OPTING_OUT, extendable: false },
          acknowledge: null,
        },
      },
    ],
    general: REQUEST_TO_KNOW,
  },
} as const satisfies Record<string, RegimeRules>;
