import { RIGHT_RULES } from '#domain/law/rights';
import { STAGES, type Stage } from './stages.js';
import { executionOf, mayRun, preparationOf, settled } from './tasks.js';
import type { RequestEvent } from './events.js';
import type { RightState, SubjectRequest, Task } from './state.js';

const step = (right: RightState): RequestEvent => ({
  type: 'rightAdvanced',
  data: { right: right.right, to: STAGES[STAGES.indexOf(right.stage) + 1] as Stage },
});

const release = (tasks: readonly Task[], notBefore: string | null): RequestEvent | null =>
  tasks.length === 0 ? null : { type: 'tasksReleased', data: { tasks: tasks.map(({ id }) => id), notBefore } };

const verificationBegun = (state: SubjectRequest): boolean => state.contactConfirmed || !startsWithConfirmation(state);

/** Requests by the portal with an e-mail wait for its confirmation, so that nobody can set the desk on a stranger. */
export const startsWithConfirmation = (state: SubjectRequest): boolean =>
  state.hasEmail && (state.channel === 'portal' || state.channel === 'api') && !state.verificationStarted;

const collected = (state: SubjectRequest, right: RightState): boolean =>
  RIGHT_RULES[right.right].executesAfter.every((earlier) =>
    state.rights.every((one) => one.right !== earlier || settled(preparationOf(one)) || one.stage === 'closed'),
  );

/** The person may call an erasure off for some time after the proof of identity (security design, 3.2). */
const coolingOffEnds = (state: SubjectRequest, right: RightState): string | null => {
  const hours = RIGHT_RULES[right.right].coolingOffHours;
  const proofs = state.proofs.map(({ at }) => Temporal.Instant.from(at)).sort((a, b) => Temporal.Instant.compare(a, b));
  const first = proofs[0];
  return hours === 0 || first === undefined ? null : first.add({ hours }).toString();
};

const carriesOut = ({ decision }: RightState): boolean =>
  decision?.outcome === 'granted' || decision?.outcome === 'partly';

const inResponse = (state: SubjectRequest, right: RightState): RequestEvent | null => {
  const automatic = RIGHT_RULES[right.right].decision === 'automatic';
  if (right.decision === null) {
    const granted = { right: right.right, outcome: 'granted', grounds: [] } as const;
    return automatic ? { type: 'rightDecided', data: granted } : null;
  }
  if ((!automatic && right.approvedBy === null) || right.answerPrepared) return null;
  const work = carriesOut(right) ? executionOf(right) : [];
  const waiting = work.filter(({ released }) => !released);
  if (waiting.length > 0) return collected(state, right) ? release(waiting, coolingOffEnds(state, right)) : null;
  if (!settled(work)) return null;
  return { type: 'answerPrepared', data: { right: right.right, form: automatic ? 'letter' : 'package' } };
};

const nextOf = (state: SubjectRequest, right: RightState): RequestEvent | null => {
  const runnable = preparationOf(right).filter((task) => mayRun(state, task));
  switch (right.stage) {
    case 'intake':
      return verificationBegun(state) || runnable.length > 0 ? step(right) : null;
    case 'verification':
      return runnable.length > 0 ? step(right) : null;
    case 'fulfilment':
      if (settled(preparationOf(right))) return step(right);
      return release(
        runnable.filter(({ released, result }) => !released && result === null),
        null,
      );
    case 'response':
      return inResponse(state, right);
    case 'closed':
      return null;
  }
};

/**
 * What follows by itself from where a request stands, one event at a time: the next stage of a right, tasks that may
 * now run, a decision the law has already taken. Null when it must wait for somebody.
 */
export const advance = (state: SubjectRequest): RequestEvent | null => {
  if (state.frozen) return null;
  for (const right of state.rights) {
    const event = nextOf(state, right);
    if (event !== null) return event;
  }
  return null;
};
