import type { Period, RegimeRules, Source } from '../rule-pack.js';

/** Thirty days, not a month. */
const ORDINANCE: Source = {
  rule: 'ch-dsv-18',
  citation: 'Swiss Data Protection Act (DSG) art. 25(7); Ordinance (DSV) art. 18',
};
const ANSWER: Period = { length: 30, unit: 'day', source: ORDINANCE };

/** Neither the act nor the ordinance lets these questions stop the clock. */
const SILENT: Source = { ...ORDINANCE, certainty: 'interpretation' };

export const switzerland = {
  CH_FADP: {
    special: [],
    general: {
      start: { rule: 'ch-or-77', citation: 'Swiss Code of Obligations (OR) art. 77(1)', certainty: 'unconfirmed' },
      answer: ANSWER,
      // No number: within the 30 days the controller says by when it will answer.
      extension: { total: null, noticeWithin: ANSWER, source: ORDINANCE },
      questions: {
        identity: { effect: 'none', source: SILENT },
        clarification: { effect: 'none', source: SILENT },
        // A share of the cost: ten days to think, the 30 days start after them, silence withdraws the request.
        // That an earlier yes does not start them, and what a tenth day on a weekend does, is our reading.
        fee: {
          effect: 'reflect',
          days: 10,
          source: {
            rule: 'ch-dsv-19',
            citation: 'Swiss Data Protection Ordinance (DSV) art. 19(3)',
            certainty: 'interpretation',
          },
        },
      },
      roll: {
        moves: true,
        source: {
          rule: 'ch-or-78',
          citation: 'Swiss Code of Obligations (OR) art. 78; SR 173.110.3',
          certainty: 'unconfirmed',
        },
      },
      closedDays: [],
      // A refusal, a limit or a deferral is told in the same period.
      refusal: { within: ANSWER, extendable: false },
      silence: null,
      acknowledge: null,
      appeal: null,
    },
  },
} as const satisfies Record<string, RegimeRules>;
