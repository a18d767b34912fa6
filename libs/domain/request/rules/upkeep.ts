import { ALWAYS, HANDLERS, WHILE_OPEN, type CommandRule } from './rule.js';

/** The desk keeps what became of a letter; it changes no stage, so it is taken whatever happened meanwhile. */
export const recordLetter: CommandRule<'recordLetter'> = {
  scope: 'request',
  stages: ALWAYS,
  actors: ['desk'],
  whileFrozen: true,
  events: (_state, { letter, effect, sent, answers }) =>
    sent
      ? [{ type: 'letterSent', data: { letter, effect } }]
      : [{ type: 'letterFailed', data: { letter, effect, right: answers } }],
};

export const recordReminder: CommandRule<'recordReminder'> = {
  scope: 'request',
  stages: ALWAYS,
  actors: ['desk'],
  whileFrozen: true,
  events: (_state, { reminder }) => [{ type: 'reminderSent', data: { reminder } }],
};

/** Whoever reads the contacts unmasked leaves a trace, an auditor too (security design, section 2.10). */
export const recordReveal: CommandRule<'recordReveal'> = {
  scope: 'request',
  stages: ALWAYS,
  actors: [...HANDLERS, 'auditor'],
  whileFrozen: true,
  events: () => [{ type: 'contactRevealed', data: {} }],
};

/** So does whoever on the staff reads a file of an answer. */
export const recordReading: CommandRule<'recordReading'> = {
  scope: 'request',
  stages: ALWAYS,
  actors: [...HANDLERS, 'auditor'],
  whileFrozen: true,
  events: (_state, { document }) => [{ type: 'documentRead', data: { document } }],
};

export const addNote: CommandRule<'addNote'> = {
  scope: 'request',
  stages: ALWAYS,
  actors: HANDLERS,
  whileFrozen: true,
  events: () => [{ type: 'noteAdded', data: {} }],
};

export const assign: CommandRule<'assign'> = {
  scope: 'request',
  stages: WHILE_OPEN,
  actors: [...HANDLERS, 'administrator'],
  whileFrozen: true,
  events: (state, { assignee }) =>
    state.assignee === assignee ? [] : [{ type: 'requestAssigned', data: { assignee } }],
};

/** The person calls the request off, or staff write down that they did. */
export const withdraw: CommandRule<'withdraw'> = {
  scope: 'request',
  stages: WHILE_OPEN,
  actors: ['person', ...HANDLERS],
  // Otherwise a refusal would tell whoever filed it that its real owner has stopped it.
  whileFrozen: true,
  events: () => [{ type: 'requestWithdrawn', data: {} }],
};
