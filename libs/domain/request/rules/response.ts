import { GROUNDS } from '#domain/law/grounds';
import { staffIdOf } from '../actor.js';
import { mayDisclose, findRight, preparationOf } from '../tasks.js';
import { HANDLERS, type CommandRule, type Target } from './rule.js';
import type { RefusalCode } from '../refusal.js';
import type { RightState, SubjectRequest } from '../state.js';

const IN_RESPONSE = {
  intake: 'too-early',
  verification: 'too-early',
  fulfilment: 'tasks-open',
  response: 'open',
  closed: 'right-closed',
} as const;

const withRight = (
  state: SubjectRequest,
  target: Target,
  check: (right: RightState) => RefusalCode | null,
): RefusalCode | null => {
  const right = target.right === undefined ? undefined : findRight(state, target.right);
  return right === undefined ? 'right-not-in-request' : check(right);
};

/** The answer to one right, with its grounds. Refusing, in part or whole, takes a ground the law gives (art. 12(4)). */
export const decideRight: CommandRule<'decideRight'> = {
  scope: 'right',
  stages: IN_RESPONSE,
  actors: HANDLERS,
  closed: (state, target) => withRight(state, target, ({ decision }) => (decision === null ? null : 'already-decided')),
  invalid: (state, { right, outcome, grounds }) => {
    const needsGround = outcome === 'partly' || outcome === 'refused';
    if (needsGround && grounds.length === 0) return 'ground-missing';
    const fits = grounds.every((id) => (GROUNDS[id].rights as readonly string[]).includes(right));
    if (!fits || (!needsGround && grounds.length > 0)) return 'ground-does-not-fit';
    const prepared = findRight(state, right);
    const found = prepared === undefined ? [] : preparationOf(prepared).filter(({ result }) => result === 'found');
    if (outcome === 'nothing_held') return found.length > 0 ? 'ground-does-not-fit' : null;
    return outcome !== 'refused' && !found.every((task) => mayDisclose(state, task)) ? 'weaker-proof' : null;
  },
  events: (_state, { right, outcome, grounds }) => [{ type: 'rightDecided', data: { right, outcome, grounds } }],
};

/** Four eyes: whoever decided the right or recorded a proof of identity does not approve it (security design, law 6). */
export const approveRight: CommandRule<'approveRight'> = {
  scope: 'right',
  stages: IN_RESPONSE,
  actors: ['approver'],
  closed: (state, target, { actor }) =>
    withRight(state, target, ({ decision, approvedBy }) => {
      if (decision === null) return 'not-decided';
      if (approvedBy !== null) return 'already-decided';
      const hands = [decision.by, ...state.proofs.map(({ by }) => by)];
      return hands.includes(`staff:${staffIdOf(actor) ?? ''}`) ? 'same-person' : null;
    }),
  events: (_state, { right }) => [{ type: 'rightApproved', data: { right } }],
};

/** The approver sends a decision back; the reason is sealed beside the entry. */
export const returnRight: CommandRule<'returnRight'> = {
  scope: 'right',
  stages: IN_RESPONSE,
  actors: ['approver'],
  closed: (state, target) =>
    withRight(state, target, ({ decision, approvedBy }) => {
      if (decision === null) return 'not-decided';
      return approvedBy === null && decision.by !== 'desk' ? null : 'already-decided';
    }),
  events: (_state, { right }) => [{ type: 'rightReturned', data: { right } }],
};

export const recordPackage: CommandRule<'recordPackage'> = {
  scope: 'right',
  stages: IN_RESPONSE,
  actors: ['desk'],
  closed: (state, target) =>
    withRight(state, target, ({ answerPrepared, packageBuilt }) => {
      if (!answerPrepared) return 'not-approved';
      return packageBuilt ? 'already-decided' : null;
    }),
  events: (_state, { right, documents, manifest }) => [{ type: 'packageBuilt', data: { right, documents, manifest } }],
};

/** The answer left: by mail when the server accepted it, by post when staff say so. This closes the right. */
export const recordAnswer: CommandRule<'recordAnswer'> = {
  scope: 'right',
  stages: IN_RESPONSE,
  actors: ['desk', ...HANDLERS],
  closed: (state, target) =>
    withRight(state, target, ({ answerPrepared }) => (answerPrepared ? null : 'nothing-to-send')),
  events: (_state, { right, by }) => [{ type: 'answerSent', data: { right, by } }],
};

const ONCE_ANSWERED = { ...IN_RESPONSE, fulfilment: 'too-early', response: 'too-early', closed: 'open' } as const;

/** The person opened the answer: kept because the controller must be able to show that it arrived. */
export const recordOpening: CommandRule<'recordOpening'> = {
  scope: 'right',
  stages: ONCE_ANSWERED,
  actors: ['person'],
  events: (state, { right }) =>
    findRight(state, right)?.openedOn === null ? [{ type: 'answerOpened', data: { right } }] : [],
};

export const recordDownload: CommandRule<'recordDownload'> = {
  scope: 'right',
  stages: ONCE_ANSWERED,
  actors: ['person'],
  events: (_state, { right, document }) => [{ type: 'documentDownloaded', data: { right, document } }],
};
