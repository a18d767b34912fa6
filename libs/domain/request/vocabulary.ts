import type { IdentityLevel } from '#domain/law/identity';

/** How a request came in; all ways are equal (GDPR art. 12 asks for no form). */
export const CHANNELS = ['portal', 'email', 'letter', 'phone', 'counter', 'api'] as const;

export type Channel = (typeof CHANNELS)[number];

/** How a message reached staff who write it down by hand. */
export const MESSAGE_CHANNELS = ['email', 'letter', 'phone', 'counter'] as const;

export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];

/** By which right somebody acts for the person. GDPR speaks of the living, so an estate is none of them (recital 27). */
export const MANDATES = ['authorised', 'lawyer', 'custodian', 'guardian'] as const;

export type Mandate = (typeof MANDATES)[number];

/** How many people in the registers match what was claimed. Never shown outside the desk. */
export const LOCATIONS = ['none', 'one', 'several'] as const;

export type Location = (typeof LOCATIONS)[number];

/**
 * Proofs of identity and the level each gives. A letter with a code to the postal address on file reaches people without
 * e-mail. The call-back goes to a number on file and adds a second, independent
 * channel, so it counts only on top of a code to the contact on file (security design, section 3.1, V3).
 */
export const IDENTITY_METHODS = {
  contact_code: { level: 'V1', needs: 'V0', recordedBy: 'person' },
  on_file_code: { level: 'V2', needs: 'V0', recordedBy: 'person' },
  on_file_letter: { level: 'V2', needs: 'V0', recordedBy: 'officer' },
  call_back: { level: 'V3', needs: 'V2', recordedBy: 'officer' },
  in_person: { level: 'V5', needs: 'V0', recordedBy: 'officer' },
} as const satisfies Record<string, { level: IdentityLevel; needs: IdentityLevel; recordedBy: 'person' | 'officer' }>;

export type IdentityMethod = keyof typeof IDENTITY_METHODS;

/** What a task brought. `cannot` carries its reason sealed; silence is never a result. */
export const TASK_RESULTS = ['found', 'nothing_found', 'done', 'cannot'] as const;

export type TaskResult = (typeof TASK_RESULTS)[number];

/** What the controller answers about one right. A negative answer ("we hold nothing") is an answer. */
export const OUTCOMES = ['granted', 'partly', 'refused', 'nothing_held'] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** Why an answer was late, as staff record it for the reports; the story itself is told in words beside it. */
export const DELAY_REASONS = [
  'identity',
  'register_late',
  'large_material',
  'third_party_data',
  'approval',
  'arrived_late',
  'system_fault',
  'workload',
  'other',
] as const;

export type DelayReason = (typeof DELAY_REASONS)[number];

/** How a right ended: with an answer, or without one because the person called it off or it was not theirs. */
export type Ending = Outcome | 'withdrawn' | 'dismissed';
