import { findRight, findTask, identityLevel, needsProof } from './tasks.js';
import { meetsLevel } from '#domain/law/identity';
import { startsWithConfirmation } from './advance.js';
import { messageEffect } from './messages.js';
import { letterAskingAgain } from './open-question.js';
import type { PlannedEffect } from './effects.js';
import type { EventType, RequestEvent } from './events.js';
import type { RightState, SubjectRequest } from './state.js';
import type { Right } from '#domain/law/rights';

type Letter = Extract<PlannedEffect, { kind: 'send-letter' }>['data'];

const letter = (data: Letter): PlannedEffect => ({
  kind: 'send-letter',
  name: ['send-letter', data.letter, data.right].filter((part) => part !== undefined).join('.'),
  data,
  dueAt: null,
});

const locate = (state: SubjectRequest): PlannedEffect[] =>
  needsProof(state) && state.location === null
    ? [{ kind: 'locate-person', name: 'locate-person', data: {}, dueAt: null }]
    : [];

const runTask = (task: string, dueAt: string | null): PlannedEffect => ({
  kind: 'run-task',
  name: `run-task.${task}`,
  data: { task },
  dueAt,
});

const runTasks = (state: SubjectRequest, tasks: readonly string[], dueAt: string | null): PlannedEffect[] =>
  tasks.filter((id) => findTask(state, id)?.kind !== 'manual').map((id) => runTask(id, dueAt));

/**
 * Where an answer may be mailed (security design, law 2): to the contact on file of whoever proved to be that person.
 * Without that proof there is only "we hold nothing" or "we cannot tell who you are" to say, which holds nobody's data and
 * goes to the contact the asker confirmed.
 */
export const mailableTo = (state: SubjectRequest): 'on_file' | 'claimed' | null => {
  if (state.location === 'one' && meetsLevel(identityLevel(state), 'V2')) return state.reachable ? 'on_file' : null;
  return state.contactConfirmed && state.hasEmail ? 'claimed' : null;
};

const toClaimed = (state: SubjectRequest, name: string): PlannedEffect[] =>
  state.hasEmail ? [letter({ letter: name, to: 'claimed' })] : [];

/** An answer leaves once it is both built and approved, in whichever order. */
const isReady = (right: RightState | undefined): boolean => right?.packageBuilt === true && right.approvedBy !== null;

const answer = (state: SubjectRequest, right: Right): PlannedEffect[] =>
  mailableTo(state) === null || !isReady(findRight(state, right))
    ? []
    : [letter({ letter: 'answer-ready', to: 'delivery', right })];

/** What the desk does in the world because of an event. `state` is the request after it. */
export const react = (state: SubjectRequest, event: RequestEvent): readonly PlannedEffect[] => {
  const reaction = REACTIONS[event.type];
  return reaction === undefined ? [] : reaction(state, event as never);
};

type Reaction<T extends EventType> = (
  state: SubjectRequest,
  event: Extract<RequestEvent, { type: T }>,
) => readonly PlannedEffect[];

const REACTIONS: { readonly [T in EventType]?: Reaction<T> } = {
  requestReceived: (state) => [
    ...toClaimed(state, 'acknowledgement'),
    ...(startsWithConfirmation(state) ? [] : locate(state)),
  ],
  contactConfirmed: (state) => (state.verificationStarted ? [] : locate(state)),
  verificationStarted: locate,
  personLocated: (state) =>
    state.location === 'one' && state.reachable && needsProof(state)
      ? [letter({ letter: 'challenge', to: 'on_file' })]
      : [],
  codeRequested: () => [letter({ letter: 'code', to: 'on_file' })],
  requestDisowned: () => [{ kind: 'alert', name: 'alert.disowned', data: { about: 'disowned' }, dueAt: null }],
  identityRequested: (state) => toClaimed(state, 'identity-request'),
  clarificationRequested: (state) => toClaimed(state, 'clarification-request'),
  deadlineExtended: (state) => toClaimed(state, 'extension-notice'),
  personChased: (state) => [letter(letterAskingAgain(state))],
  messageWritten: ({ messages: { length: message } }, { data: { notBefore } }) => [
    {
      kind: 'send-letter',
      name: messageEffect(message),
      data: { letter: 'message', to: 'delivery', message },
      dueAt: notBefore ?? null,
    },
  ],
  tasksReleased: (state, { data }) => runTasks(state, data.tasks, data.notBefore),
  answerPrepared: (state, { data: { right, form } }) => {
    if (form === 'package')
      return [{ kind: 'build-package', name: `build-package.${right}`, data: { right }, dueAt: null }];
    return state.hasEmail ? [letter({ letter: 'marketing-ban-confirmation', to: 'claimed', right })] : [];
  },
  packageBuilt: (state, { data: { right } }) => answer(state, right),
  rightApproved: (state, { data: { right } }) => answer(state, right),
};
