import { whoActs } from './next-action.js';
import { letterAskingAgain, openQuestion } from './open-question.js';
import type { Deadlines } from '#domain/clock/deadlines';
import { REMINDER_RULES, type PlannedReminder, type ReminderFacts } from '#domain/clock/reminders';
import type { PlannedEffect } from './effects.js';
import type { SubjectRequest } from './state.js';

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
