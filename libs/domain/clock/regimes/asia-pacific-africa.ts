import { noQuestionCounts } from './no-effect.js';
import type { Period, RegimeRules, RulePack, Source } from '../rule-pack.js';

/** What the laws of this file share; each number in it is still to be confirmed. */
const plain = (start: Source, answer: Period): RulePack => ({
  start,
  answer,
  extension: { noticeWithin: null, source: start },
  questions: noQuestionCounts(start),
  roll: null,
  closedDays: [],
  refusal: { within: answer, extendable: false },
  silence: null,
  acknowledge: null,
  appeal: null,
});

const unconfirmed = (rule: string, citation: string): Source => ({ rule, citation, certainty: 'unconfirmed' });

const NEW_ZEALAND = unconfirmed('nz-privacy-44', 'New Zealand Privacy Act 2020, ss. 7, 44 and 48');
const NEW_ZEALAND_ANSWER: Period = { length: 20, unit: 'working_day', source: NEW_ZEALAND };

const AUSTRALIA = unconfirmed('au-app-12', 'Australian Privacy Principle 12 (APP 12); OAIC guidance');

const SOUTH_AFRICA = unconfirmed(
  'za-paia-25',
  'South African Promotion of Access to Information Act (PAIA), ss. 25 and 26, with POPIA s. 23',
);
const SOUTH_AFRICA_ANSWER: Period = { length: 30, unit: 'day', source: SOUTH_AFRICA };

const SINGAPORE = unconfirmed('sg-pdp-regulations', 'Personal Data Protection Regulations of Singapore');
const SINGAPORE_ANSWER: Period = { length: 30, unit: 'day', source: SINGAPORE };

const KOREA = unconfirmed('kr-pipa', 'Personal Information Protection Act of Korea (PIPA)');

const TURKEY = unconfirmed('tr-kvkk-13', 'Turkish Personal Data Protection Law (KVKK) art. 13');

const INDIA = unconfirmed('in-dpdp-rules', 'Digital Personal Data Protection Rules 2025 of India');

export const asiaPacificAfrica = {
  NZ_PA: {
    special: [],
    general: {
      ...plain(NEW_ZEALAND, NEW_ZEALAND_ANSWER),
      // A reasonable time, told to the person within the 20 working days.
      extension: { total: null, noticeWithin: NEW_ZEALAND_ANSWER, source: NEW_ZEALAND },
      closedDays: [{ from: '12-25', to: '01-15' }],
      refusal: { within: NEW_ZEALAND_ANSWER, extendable: true },
    },
  },
  AU_APP: { special: [], general: plain(AUSTRALIA, { length: 30, unit: 'day', source: AUSTRALIA }) },
  ZA_POPIA: {
    special: [],
    general: {
      ...plain(SOUTH_AFRICA, SOUTH_AFRICA_ANSWER),
      extension: {
        // Thirty more.
        total: { length: 60, unit: 'day', source: SOUTH_AFRICA },
        noticeWithin: SOUTH_AFRICA_ANSWER,
        source: SOUTH_AFRICA,
      },
    },
  },
  SG_PDPA: {
    special: [],
    general: {
      ...plain(SINGAPORE, SINGAPORE_ANSWER),
      // As soon as possible; when it takes longer than 30 days, the person is told within them by when.
      extension: { total: null, noticeWithin: SINGAPORE_ANSWER, source: SINGAPORE },
    },
  },
  KR_PIPA: { special: [], general: plain(KOREA, { length: 10, unit: 'day', source: KOREA }) },
  TR_KVKK: { special: [], general: plain(TURKEY, { length: 30, unit: 'day', source: TURKEY }) },
  IN_DPDP: {
    special: [],
    general: {
      start: INDIA,
      // The controller publishes its period.
      answer: { ceiling: { length: 90, unit: 'day', source: INDIA } },
      extension: { noticeWithin: null, source: INDIA },
      questions: noQuestionCounts(INDIA),
      roll: null,
      closedDays: [],
      refusal: null,
      silence: null,
      acknowledge: null,
      appeal: null,
    },
  },
} as const satisfies Record<string, RegimeRules>;
