import { findTask, needsProof } from './tasks.js';
import { startsWithConfirmation } from './advance.js';
import type { PlannedEffect } from './effects.js';
import type { EventType, RequestEvent } from './events.js';
import type { SubjectRequest } from './state.js';
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

/** Where mail may go: to a contact on file, or, when nobody was located, to the contact the person confirmed. */
export const mailableTo = (state: SubjectRequest): 'on_file' | 'claimed' | null => {
  if (state.location === 'one') return state.reachable ? 'on_file' : null;
  return state.contactConfirmed && state.hasEmail ? 'claimed' : null;
};

const toClaimed = (state: SubjectRequest, name: string): PlannedEffect[] =>
  state.hasEmail ? [letter({ letter: name, to: 'claimed' })] : [];

const answer = (state: SubjectRequest, right: Right): PlannedEffect[] =>
  mailableTo(state) === null ? [] : [letter({ letter: 'answer-ready', to: 'delivery', right })];

const openTasks = (state: SubjectRequest): string[] =>
  state.rights
    .flatMap(({ tasks }) => tasks)
    .filter(({ released, result }) => released && result === null)
    .map(({ id }) => id);

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
  freezeLifted: (state) => runTasks(state, openTasks(state), null),
  identityRequested: (state) => toClaimed(state, 'identity-request'),
  clarificationRequested: (state) => toClaimed(state, 'clarification-request'),
  deadlineExtended: (state) => toClaimed(state, 'extension-notice'),
  tasksReleased: (state, { data }) => runTasks(state, data.tasks, data.notBefore),
  answerPrepared: (state, { data: { right, form } }) => {
    if (form === 'package')
      return [{ kind: 'build-package', name: `build-package.${right}`, data: { right }, dueAt: null }];
    return state.hasEmail ? [letter({ letter: 'marketing-ban-confirmation', to: 'claimed', right })] : [];
  },
  packageBuilt: (state, { data: { right } }) => answer(state, right),
};
