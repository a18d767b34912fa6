import type { ControllerProfile } from '#domain/controller-profile';
import type { Localised } from '#domain/language';
import type { RecordOfProcessing } from '#domain/record-of-processing';
import type { LetterParameters } from './letter-parameters.js';

const everywhere = (text: string): Localised => ({ fi: text, sv: text, en: text });

const PORTAL = 'https://tietosuoja.aurinkosahko.example';
const CONSOLE = 'https://console.aurinkosahko.example';

/**
 * One full set of parameters for each letter, about invented people: every optional passage is there. For previews and
 * for the checks of the letters themselves.
 */
export const letterSamples = (controller: ControllerProfile, record: RecordOfProcessing): LetterParameters => {
  const base = { controller, reference: 'K7QX-2M4P' };
  const decision = { ...base, receivedOn: '2026-11-09', writtenOn: '2026-12-01' };
  const partly = { ...decision, refused: [{ ground: 'art_15_4_rights_of_others', facts: null }] } as const;
  return {
    acknowledgement: {
      ...base,
      rights: ['access', 'direct_marketing'],
      receivedOn: '2026-11-09',
      answerBy: '2026-12-09',
      confirmLink: `${PORTAL}/fi/confirm/sample`,
    },
    challenge: {
      ...base,
      link: `${PORTAL}/fi/identity/sample`,
      disownLink: `${PORTAL}/fi/not-mine/sample`,
      code: '04711908',
      validMinutes: 10,
    },
    code: { ...base, code: '04711908', validMinutes: 10 },
    'identity-request': {
      ...base,
      askedOn: '2026-11-11',
      doubt: 'The request came from an address that we do not know.',
      wanted: 'The number of one of your latest invoices.',
      link: `${PORTAL}/fi/question/sample`,
    },
    'clarification-request': {
      ...base,
      askedOn: '2026-11-11',
      question: 'Which metering point and which years are you asking about?',
      link: `${PORTAL}/fi/question/sample`,
    },
    'extension-notice': {
      ...base,
      receivedOn: '2026-11-09',
      answerBy: '2027-02-09',
      grounds: ['complexity', 'number_of_requests'],
      explanation: 'Call recordings of six years have to be gone through by hand.',
      link: `${PORTAL}/fi/follow/sample`,
    },
    'answer-ready': { ...base, link: `${PORTAL}/fi/answer/sample`, availableUntil: '2026-12-31' },
    'marketing-ban-confirmation': { ...base, inForceOn: '2026-11-10' },
    message: {
      ...base,
      words: 'We have found the data you asked for.\n\nThe answer follows next week.',
      link: `${PORTAL}/fi/follow/sample`,
    },
    'question-reminder': {
      ...base,
      askedOn: '2026-11-11',
      question: 'Which metering point and which years are you asking about?',
      link: `${PORTAL}/fi/follow/sample`,
    },
    'challenge-reminder': {
      ...base,
      askedOn: '2026-11-11',
      link: `${PORTAL}/fi/identity/sample`,
      disownLink: `${PORTAL}/fi/not-mine/sample`,
    },
    reminder: {
      ...base,
      causes: [
        { kind: 'before_due', date: '2026-12-09', count: 3 },
        { kind: 'extension_decision', date: '2026-12-09', count: 3 },
      ],
      link: `${CONSOLE}/requests/sample`,
    },
    digest: {
      ...base,
      sections: [
        {
          about: 'due_soon',
          count: 3,
          requests: [{ reference: 'K7QX-2M4P', on: '2026-11-27', link: `${CONSOLE}/requests/sample` }],
          more: 2,
          atLeast: false,
        },
        {
          about: 'paused_long',
          count: 1,
          requests: [{ reference: 'K7QX-2M4P', on: '2026-11-03', link: `${CONSOLE}/requests/sample` }],
          more: 0,
          atLeast: false,
        },
      ],
      link: `${CONSOLE}/queue`,
    },
    'disowned-alert': { ...base, link: `${CONSOLE}/requests/sample` },
    'missing-reminders': {
      ...base,
      requests: [{ reference: 'K7QX-2M4P', link: `${CONSOLE}/requests/sample` }],
    },
    'access-decision': {
      ...partly,
      dataOf: '2026-11-20',
      activities: record.activities,
      automatedDecisions: record.automatedDecisions,
    },
    'rectification-decision': {
      ...decision,
      corrections: [
        { what: 'Street address', from: 'Keksitty katu 1', to: 'Keksitty katu 2', correctedOn: '2026-11-20' },
      ],
      statementAttached: true,
      recipientsTold: ['Sample Billing Ltd'],
      refused: [{ ground: 'art_16_not_inaccurate', facts: 'The meter was read on site.' }],
    },
    'erasure-decision': {
      ...decision,
      erased: [
        { register: everywhere('Newsletter'), data: everywhere('e-mail address'), method: 'deleted' },
        { register: everywhere('Monitoring'), data: everywhere('production series'), method: 'anonymised' },
      ],
      kept: [
        {
          register: everywhere('Billing'),
          data: everywhere('vouchers'),
          law: everywhere('1336/1997 2:10'),
          until: '2032-12-31',
        },
        { register: everywhere('Claims'), data: everywhere('one claim'), law: everywhere('728/2003'), until: null },
      ],
      backupsGoneBy: '2027-01-05',
      recipientsTold: ['Sample Billing Ltd'],
      refused: [{ ground: 'art_17_3_b_legal_obligation', facts: null }],
    },
    'restriction-decision': {
      ...decision,
      because: 'accuracy_contested',
      scope: 'Meter readings of 2025',
      inForceOn: '2026-11-12',
      recipientsTold: [],
      refused: [{ ground: 'art_18_1_no_ground', facts: null }],
    },
    'portability-decision': {
      ...decision,
      dataOf: '2026-11-20',
      formats: ['JSON', 'CSV'],
      sentTo: 'Sample Energy Ltd',
      refused: [{ ground: 'art_20_not_consent_or_contract', facts: null }],
    },
    'objection-decision': {
      ...decision,
      stopped: 'Market research',
      inForceOn: '2026-11-12',
      refused: [{ ground: 'art_21_1_compelling_grounds', facts: 'Theft of electricity is being investigated.' }],
    },
    'automated-decision-decision': {
      ...decision,
      reviewedOn: '2026-11-20',
      reviewer: 'Sanna Sample, credit manager',
      result: 'changed',
      explanation: 'The deposit is no longer asked for.',
      refused: [{ ground: 'art_22_1_no_such_decision', facts: null }],
    },
    'marketing-ban-decision': { ...decision, inForceOn: '2026-11-10', confirmedBy: ['Sample Mailing Ltd'] },
    'nothing-held': { ...decision, right: 'access' },
    refusal: {
      ...decision,
      right: 'access',
      refused: [{ ground: 'tsl_34_restriction', facts: 'A criminal investigation would suffer.' }],
    },
  };
};
