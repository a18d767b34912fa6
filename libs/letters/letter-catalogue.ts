import type { MandatoryContentId } from './letter-content.js';
import type { LetterId } from './letter-parameters.js';

export interface LetterRule {
  /** A mail is sent by itself; a decision is part of the answer and never leaves by mail. */
  readonly kind: 'mail' | 'decision';
  readonly content: readonly MandatoryContentId[];
}

const REMEDIES = ['complaint', 'authority', 'court'] as const satisfies readonly MandatoryContentId[];

/** Every letter the desk writes, with what it must say. A new letter is a row here, its parameters and its three texts. */
export const LETTERS = {
  acknowledgement: { kind: 'mail', content: ['understood_rights', 'latest_answer', 'free_of_charge', 'never_asked'] },
  challenge: { kind: 'mail', content: ['not_mine', 'code_validity', 'never_asked'] },
  code: { kind: 'mail', content: ['code_validity', 'never_asked'] },
  'identity-request': {
    kind: 'mail',
    content: [
      'reasonable_doubt',
      'least_information',
      'other_ways',
      'use_and_deletion',
      'paused_clock',
      'without_an_answer',
      'never_asked',
    ],
  },
  'clarification-request': {
    kind: 'mail',
    content: ['everything_is_possible', 'other_ways', 'paused_clock', 'never_asked'],
  },
  'extension-notice': { kind: 'mail', content: ['extension', 'latest_answer', 'extension_reasons', ...REMEDIES] },
  'answer-ready': { kind: 'mail', content: ['no_content', 'second_value', 'on_paper', 'never_asked'] },
  'marketing-ban-confirmation': { kind: 'mail', content: ['marketing_stopped', 'suppression_list', 'never_asked'] },
  message: { kind: 'mail', content: ['other_ways', 'never_asked'] },
  'question-reminder': { kind: 'mail', content: ['other_ways', 'never_asked'] },
  'challenge-reminder': { kind: 'mail', content: ['not_mine', 'never_asked'] },
  reminder: { kind: 'mail', content: [] },
  digest: { kind: 'mail', content: [] },
  'disowned-alert': { kind: 'mail', content: ['possible_breach'] },
  'missing-reminders': { kind: 'mail', content: [] },

  'access-decision': {
    kind: 'decision',
    content: [
      'confirmation',
      'copy',
      'free_of_charge',
      'cut_off',
      'purposes',
      'categories',
      'recipients',
      'retention',
      'rights',
      'source',
      'automated_decisions',
      'transfers',
      'reasons',
      ...REMEDIES,
    ],
  },
  'rectification-decision': {
    kind: 'decision',
    content: ['corrections', 'recipients_told', 'dispute_accuracy', 'reasons', ...REMEDIES],
  },
  'erasure-decision': {
    kind: 'decision',
    content: ['erased', 'backups', 'recipients_told', 'kept', 'reasons', ...REMEDIES],
  },
  'restriction-decision': {
    kind: 'decision',
    content: ['restricted', 'notice_before_lifting', 'recipients_told', 'reasons', ...REMEDIES],
  },
  'portability-decision': {
    kind: 'decision',
    content: ['machine_readable', 'cut_off', 'direct_transfer', 'reasons', ...REMEDIES],
  },
  'objection-decision': {
    kind: 'decision',
    content: ['objection_upheld', 'restricted_meanwhile', 'reasons', ...REMEDIES],
  },
  'automated-decision-decision': {
    kind: 'decision',
    content: ['human_review', 'may_contest', 'reasons', ...REMEDIES],
  },
  'marketing-ban-decision': { kind: 'decision', content: ['marketing_stopped', 'suppression_list', ...REMEDIES] },
  'nothing-held': { kind: 'decision', content: ['nothing_held', 'confirmed_contact_only', ...REMEDIES] },
  refusal: { kind: 'decision', content: ['reasons', ...REMEDIES] },
} as const satisfies Record<LetterId, LetterRule>;

export const LETTER_IDS = Object.keys(LETTERS) as readonly LetterId[];
