import { meetsLevel } from '#domain/law/identity';
import { startsWithConfirmation } from './advance.js';
import { identityLevel, needsProof } from './tasks.js';
import { IDENTITY_METHODS } from './vocabulary.js';
import type { OpenQuestion } from '#domain/clock/reminders';
import type { EffectData } from './effects.js';
import type { SubjectRequest } from './state.js';

/** What the person was asked last and has not answered; null while nothing waits for them. */
export const openQuestion = (state: SubjectRequest): OpenQuestion | null => {
  const askedOn = Temporal.PlainDate.from(state.askedOn);
  if (state.pausedFor !== null) return { about: state.pausedFor, askedOn, canBeAskedAgain: state.hasEmail };
  if (!needsProof(state)) return null;
  if (state.location === 'one' && state.reachable) {
    const proven = meetsLevel(identityLevel(state), IDENTITY_METHODS.on_file_code.level);
    return proven ? null : { about: 'challenge', askedOn, canBeAskedAgain: true };
  }
  // Who has not shown that the address is theirs is not written to again: anybody can type anybody's address.
  return startsWithConfirmation(state) && !state.contactConfirmed
    ? { about: 'confirmation', askedOn, canBeAskedAgain: false }
    : null;
};

/** The proof of identity is asked for at the contact on file, everything else where the request came from. */
export const letterAskingAgain = (state: SubjectRequest): EffectData['send-letter'] =>
  openQuestion(state)?.about === 'challenge'
    ? { letter: 'challenge-reminder', to: 'on_file' }
    : { letter: 'question-reminder', to: 'claimed' };
