import { meetsLevel } from '#domain/law/identity';
import { startsWithConfirmation } from './advance.js';
import { whoActs } from './next-action.js';
import { identityLevel, needsProof } from './tasks.js';
import { IDENTITY_METHODS } from './vocabulary.js';
import type { Deadlines } from '#domain/clock/deadlines';
import { REMINDER_RULES, type OpenQuestion, type PlannedReminder, type ReminderFacts } from '#domain/clock/reminders';
import type { EffectData, PlannedEffect } from './effects.js';
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

/** What the reminders of a request are planned from. `nextStepBy` null where only asked what still holds. */
export const reminderFacts = (
  state: SubjectRequest,
  deadlines: Deadlines,
  nextStepBy: Temporal.PlainDate | null,
): ReminderFacts => ({
  deadlines,
  acknowledged: state.acknowledged,
  question: openQuestion(state),
  staffSince: ['officer', 'approver'].includes(whoActs(state)) ? Temporal.PlainDate.from(state.movedOn) : null,
  nextStepBy,
});

/** What a reminder does: a mail to staff, or a letter that asks the person once more. */
export const reminderEffect = (
  { kind, key, on, about }: PlannedReminder,
  state: SubjectRequest,
): Pick<Extract<PlannedEffect, { kind: 'remind' | 'send-letter' }>, 'kind' | 'data'> =>
  REMINDER_RULES[kind].to === 'person'
    ? { kind: 'send-letter', data: letterAskingAgain(state) }
    : { kind: 'remind', data: { reminder: key, kind, on: on.toString(), about: about.toString() } };

/** The proof of identity is asked for at the contact on file, everything else where the request came from. */
const letterAskingAgain = (state: SubjectRequest): EffectData['send-letter'] =>
  openQuestion(state)?.about === 'challenge'
    ? { letter: 'challenge-reminder', to: 'on_file' }
    : { letter: 'question-reminder', to: 'claimed' };
