import type { Certainty, Period, RegimeRules, RulePack } from '../rule-pack.js';

/**
 * GDPR art. 12, counted by Regulation (EEC, Euratom) 1182/71. How long each period is stands beside the number; that it
 * ends on the same date number is art. 3(2)(c). `counting` marks the Regulation where it reaches the country only
 * through another treaty.
 */
const gdpr = (counting?: Certainty): RulePack => {
  const mark = counting ? { certainty: counting } : {};
  const monthEnd = {
    rule: 'reg-1182-71-3-2-c',
    citation: 'Regulation (EEC, Euratom) No 1182/71, art. 3(2)(c)',
    ...mark,
  };
  // GDPR art. 12(3), first sentence: within one month of receipt. The third sentence tells of an extension within one
  // month too, and art. 12(4) of a refusal.
  const month: Period = { length: 1, unit: 'month', source: monthEnd };
  return {
    start: { rule: 'reg-1182-71-3-1', citation: 'Regulation (EEC, Euratom) No 1182/71, art. 3(1)', ...mark },
    answer: month,
    extension: {
      // GDPR art. 12(3), second sentence: two further months, so three from receipt.
      total: { length: 3, unit: 'month', source: monthEnd },
      noticeWithin: month,
      source: { rule: 'gdpr-12-3', citation: 'GDPR art. 12(3)' },
    },
    questions: {
      identity: {
        effect: 'suspend',
        count: 'half_open',
        source: {
          rule: 'gdpr-12-6',
          citation: 'GDPR art. 12(6); EDPB Guidelines 01/2022, section 5.3',
          certainty: 'interpretation',
        },
      },
      clarification: {
        effect: 'suspend',
        count: 'half_open',
        source: {
          rule: 'gdpr-recital-63',
          citation: 'GDPR recital 63; EDPB Guidelines 01/2022, section 5.3',
          certainty: 'interpretation',
        },
      },
      // Art. 12(5) lets the controller charge and is silent on the clock: it runs on, which is the earlier date.
      fee: {
        effect: 'none',
        source: { rule: 'gdpr-12-5', citation: 'GDPR art. 12(5)', certainty: 'interpretation' },
      },
    },
    roll: {
      moves: true,
      source: { rule: 'reg-1182-71-3-4', citation: 'Regulation (EEC, Euratom) No 1182/71, art. 3(4)', ...mark },
    },
    closedDays: [],
    // GDPR art. 12(4) knows no extension.
    refusal: { within: month, extendable: false },
    silence: null,
    // Art. 12 asks for no confirmation of receipt.
    acknowledge: null,
    appeal: null,
  };
};

export const europeanUnion = {
  EU_GDPR: {
    special: [
      // The European Economic Area takes the Regulation over by its own agreement.
      { applies: { countries: ['IS', 'LI', 'NO'] }, rules: gdpr('unconfirmed') },
    ],
    general: gdpr(),
  },
} as const satisfies Record<string, RegimeRules>;
