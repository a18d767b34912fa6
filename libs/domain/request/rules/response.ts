import { groundsFor } from '#domain/law/grounds';
import { RIGHT_RULES } from '#domain/law/rights';
import { staffIdOf } from '../actor.js';
import { workOf } from '../advance.js';
import { handsIn } from '../four-eyes.js';
import { executionOf, findRight, mayDisclose, preparationOf, settled } from '../tasks.js';
import { HANDLERS, type CommandRule, type Target } from './rule.js';
import type { Outcome } from '../vocabulary.js';
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

/**
 * Answers that need no task to be done: a refusal, when the person cannot be identified or asks without cause, and "we
 * hold nothing" once the registers were found to know nobody like it. Without them a request could be stuck for ever.
 */
const mayDecideEarly = (state: SubjectRequest, outcome: Outcome): boolean =>
  outcome === 'refused' || (outcome === 'nothing_held' && state.location === 'none');

const holdsNothing = (right: RightState): boolean =>
  preparationOf(right).every(({ result }) => result === 'nothing_found' || result === null);

/**
 * The answer to one right, with its grounds. Refusing, in part or whole, takes a ground the law gives (art. 12(4)) that fits
 * the right, the outcome and the country.
 */
export const decideRight: CommandRule<'decideRight'> = {
  scope: 'right',
  stages: { ...IN_RESPONSE, intake: 'open', verification: 'open', fulfilment: 'open' },
  actors: HANDLERS,
  closed: (state, target) => withRight(state, target, ({ decision }) => (decision === null ? null : 'already-decided')),
  invalid: (state, { right, outcome, grounds }) => {
    const decided = findRight(state, right);
    if (decided === undefined) return 'right-not-in-request';
    const ready = decided.stage === 'response' && settled(preparationOf(decided));
    if (!ready && !mayDecideEarly(state, outcome)) return 'tasks-open';
    const needsGround = outcome === 'partly' || outcome === 'refused';
    if (needsGround && grounds.length === 0) return 'ground-missing';
    const open = needsGround ? groundsFor(right, outcome, state.country) : [];
    if (!grounds.every((id) => open.includes(id))) return 'ground-does-not-fit';
    if (outcome === 'refused') return null;
    if (outcome === 'nothing_held') return holdsNothing(decided) ? null : 'ground-does-not-fit';
    if (outcome === 'granted' && executionOf(decided).some(({ result }) => result === 'cannot'))
      return 'ground-missing';
    const found = preparationOf(decided).filter(({ result }) => result === 'found');
    return found.every((task) => mayDisclose(state, task)) ? null : 'weaker-proof';
  },
  events: (_state, { right, outcome, grounds }) => [{ type: 'rightDecided', data: { right, outcome, grounds } }],
};

/** Four eyes: whoever decided the right or recorded a proof of identity does not approve it (security design, law 6). */
export const approveRight: CommandRule<'approveRight'> = {
  scope: 'right',
  stages: IN_RESPONSE,
  actors: ['approver'],
  closed: (state, target, { actor }) =>
    withRight(state, target, (right) => {
      const { decision, approvedBy, packageBuilt } = right;
      if (decision === null) return 'not-decided';
      if (approvedBy !== null) return 'already-decided';
      if (handsIn(state, right).includes(`staff:${staffIdOf(actor) ?? ''}`)) return 'same-person';
      // What changes no data is approved as it was built and read; what does is approved before it is carried out.
      return packageBuilt || workOf(state, right).length > 0 ? null : 'nothing-to-send';
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
  whileFrozen: true,
  closed: (state, target) =>
    withRight(state, target, ({ answerPrepared, packageBuilt }) => {
      if (!answerPrepared) return 'not-approved';
      return packageBuilt ? 'already-decided' : null;
    }),
  events: (_state, { right, documents, manifest }) => [{ type: 'packageBuilt', data: { right, documents, manifest } }],
};

const isSendable = ({ packageBuilt, approvedBy }: RightState): boolean => packageBuilt && approvedBy !== null;

/** The answer left: by mail when the server accepted it, by post when staff say so. This closes the right. */
export const recordAnswer: CommandRule<'recordAnswer'> = {
  scope: 'right',
  stages: IN_RESPONSE,
  actors: ['desk', ...HANDLERS],
  whileFrozen: true,
  closed: (state, target, { actor }) =>
    withRight(state, target, (right) => {
      if (state.frozen && actor.kind !== 'desk') return 'request-frozen';
      const automatic = RIGHT_RULES[right.right].decision === 'automatic';
      return right.answerPrepared && (automatic || isSendable(right)) ? null : 'nothing-to-send';
    }),
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
