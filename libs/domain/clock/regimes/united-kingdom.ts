import type { Period, RegimeRules, RulePack, Source } from '../rule-pack.js';

const GUIDANCE: Source = { rule: 'ico-time-limit', citation: 'ICO guidance on time limits for rights requests' };

/** UK GDPR art. 12(3); the guidance says that the month ends on the same date number. */
const MONTH: Period = { length: 1, unit: 'month', source: GUIDANCE };

const EXTENSION: RulePack['extension'] = {
  // Two further months, counted from the original start date.
  total: { length: 3, unit: 'month', source: GUIDANCE },
  noticeWithin: MONTH,
  source: { rule: 'uk-gdpr-12-3', citation: 'UK GDPR art. 12(3)' },
};

const ARTICLE_12A: Source = {
  rule: 'uk-gdpr-12a',
  citation: 'UK GDPR art. 12A, inserted by the Data (Use and Access) Act 2025, s. 76',
};

/** The regulator's guidance before there was a statute. */
const FORMER_GUIDANCE: Source = {
  rule: 'ico-time-limit-2025',
  citation: 'ICO guidance on time limits in force until 4 February 2026',
  certainty: 'unconfirmed',
};

/** What both laws share. */
const SHARED = {
  answer: MONTH,
  extension: EXTENSION,
  roll: { moves: true, source: { rule: 'ico-working-day', citation: 'ICO guidance on time limits: next working day' } },
  closedDays: [],
  silence: null,
  acknowledge: null,
  appeal: null,
} as const satisfies Partial<RulePack>;

const SINCE_2026: RulePack = {
  ...SHARED,
  start: ARTICLE_12A,
  questions: {
    // "Relevant time": the latest of the request, the requested identification and the fee.
    identity: { effect: 'restart', source: ARTICLE_12A },
    clarification: { effect: 'suspend', count: 'inclusive', source: ARTICLE_12A },
    fee: { effect: 'restart', source: ARTICLE_12A },
  },
  // By the end of the applicable period, which an extension moves.
  refusal: { within: MONTH, extendable: true },
};

const BEFORE_2026: RulePack = {
  ...SHARED,
  start: { rule: 'uk-gdpr-12-3', citation: 'UK GDPR art. 12(3)' },
  questions: {
    identity: { effect: 'restart', source: FORMER_GUIDANCE },
    clarification: { effect: 'suspend', count: 'half_open', source: FORMER_GUIDANCE },
    fee: { effect: 'restart', source: FORMER_GUIDANCE },
  },
  refusal: { within: { ...MONTH, source: FORMER_GUIDANCE }, extendable: true },
};

export const unitedKingdom = {
  UK_GDPR: {
    // The day of receipt decides: half-open is the earlier, safe reading for what was already running on that day.
    special: [{ applies: { receivedFrom: '2026-02-05' }, rules: SINCE_2026 }],
    general: BEFORE_2026,
  },
} as const satisfies Record<string, RegimeRules>;
