import { noQuestionCounts } from './no-effect.js';
import type { Period, RegimeRules, Source } from '../rule-pack.js';

const QUEBEC: Source = {
  rule: 'qc-p-39-1-32',
  citation: 'Quebec Act respecting the protection of personal information in the private sector (P-39.1), s. 32',
};
const QUEBEC_TO_CONFIRM: Source = { ...QUEBEC, certainty: 'unconfirmed' };
const QUEBEC_ANSWER: Period = { length: 30, unit: 'day', source: QUEBEC };

const FEDERAL: Source = {
  rule: 'pipeda-8',
  citation: 'Canadian Personal Information Protection and Electronic Documents Act (PIPEDA), s. 8',
  certainty: 'unconfirmed',
};
const FEDERAL_ANSWER: Period = { length: 30, unit: 'day', source: FEDERAL };

export const canada = {
  CA_QC_L25: {
    special: [],
    general: {
      start: QUEBEC_TO_CONFIRM,
      answer: QUEBEC_ANSWER,
      // None automatic.
      extension: { noticeWithin: null, source: QUEBEC_TO_CONFIRM },
      questions: noQuestionCounts(QUEBEC_TO_CONFIRM),
      roll: {
        moves: true,
        source: {
          rule: 'qc-juridical-day',
          citation: 'Quebec Code of Civil Procedure: next juridical day',
          certainty: 'unconfirmed',
        },
      },
      closedDays: [],
      // S. 34: with reasons, the law and the recourse.
      refusal: { within: QUEBEC_ANSWER, extendable: false },
      silence: QUEBEC,
      acknowledge: null,
      appeal: null,
    },
  },
  CA_PIPEDA: {
    special: [],
    general: {
      start: FEDERAL,
      answer: FEDERAL_ANSWER,
      extension: {
        // Thirty more.
        total: { length: 60, unit: 'day', source: FEDERAL },
        noticeWithin: FEDERAL_ANSWER,
        source: FEDERAL,
      },
      questions: noQuestionCounts(FEDERAL),
      roll: null,
      closedDays: [],
      refusal: { within: FEDERAL_ANSWER, extendable: false },
      silence: FEDERAL,
      acknowledge: null,
      appeal: null,
    },
  },
} as const satisfies Record<string, RegimeRules>;
