import { openQuestion } from '../open-question.js';
import { ALWAYS, HANDLERS, WHILE_OPEN, type CommandRule } from './rule.js';
import type { RefusalCode } from '../refusal.js';
import type { SubjectRequest } from '../state.js';
import type { Channel } from '../vocabulary.js';

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

const cannotChase = (state: SubjectRequest, today: Temporal.PlainDate): RefusalCode | null => {
  const question = openQuestion(state);
  if (question === null || !question.canBeAskedAgain) return 'nothing-asked';
  return question.askedOn.equals(today) ? 'asked-today' : null;
};

/** Asks the person once more, before the planned reminder does; not twice on one day. */
export const chase: CommandRule<'chase'> = {
  scope: 'request',
  stages: WHILE_OPEN,
  actors: HANDLERS,
  closed: (state, _target, { today }) => cannotChase(state, today),
  events: () => [{ type: 'personChased', data: {} }],
};

/** Staff told the person by post, on the phone or at the counter that the request came in. */
export const confirmReceipt: CommandRule<'confirmReceipt'> = {
  scope: 'request',
  stages: WHILE_OPEN,
  actors: HANDLERS,
  whileFrozen: true,
  closed: ({ acknowledged }) => (acknowledged ? 'already-acknowledged' : null),
  events: () => [{ type: 'receiptConfirmed', data: {} }],
};

const FROM_AFAR: readonly Channel[] = ['portal', 'email', 'api'];

/** Nobody stands behind it as far as one can see: it came over the net, nobody confirmed it, and no register knows them. */
const maybeSpam = ({ channel, contactConfirmed, proofs, location }: SubjectRequest): boolean =>
  FROM_AFAR.includes(channel) && !contactConfirmed && proofs.length === 0 && (location ?? 'none') === 'none';

/** Ends what is no request of a person at all; the reason is sealed beside the entry. Doubt is settled for the person. */
export const markSpam: CommandRule<'markSpam'> = {
  scope: 'request',
  stages: { ...WHILE_OPEN, fulfilment: 'looks-genuine', response: 'looks-genuine' },
  actors: HANDLERS,
  closed: (state) => (maybeSpam(state) ? null : 'looks-genuine'),
  events: () => [{ type: 'spamMarked', data: {} }],
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
