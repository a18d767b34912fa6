import { meetsLevel } from '#domain/law/identity';
import { RIGHT_RULES } from '#domain/law/rights';
import { STAGES, type Stage } from './stages.js';
import { executionOf, mayDisclose, mayRun, preparationOf, settled } from './tasks.js';
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

/**
 * The person may call an erasure off for some time after the proof of identity that it asks for (security design, 3.2): a
 * code to the mailbox they named themselves starts nothing.
 */
const coolingOffEnds = (state: SubjectRequest, right: RightState): string | null => {
  const { coolingOffHours: hours, identity } = RIGHT_RULES[right.right];
  const proof = state.proofs.find(({ level }) => meetsLevel(level, identity.basic));
  return hours === 0 || proof === undefined ? null : Temporal.Instant.from(proof.at).add({ hours }).toString();
};

/** What a decision carries out: in the registers that were prepared, with the proof that each of them asks for. */
export const workOf = (state: SubjectRequest, right: RightState): readonly Task[] => {
  if (right.decision?.outcome !== 'granted' && right.decision?.outcome !== 'partly') return [];
  const prepared = preparationOf(right).filter(({ result }) => result === 'found' || result === 'done');
  const registers = prepared.filter((task) => mayDisclose(state, task)).map(({ register }) => register);
  return executionOf(right).filter(({ register }) => registers.includes(register));
};

const allDone = (right: RightState): boolean => preparationOf(right).every(({ result }) => result === 'done');

/**
 * An answer that changes no data is built as soon as it is decided, so that the second person approves what they have
 * read; one that does is approved first, carried out, and then told as it went.
 */
const inResponse = (state: SubjectRequest, right: RightState): RequestEvent | null => {
  const automatic = RIGHT_RULES[right.right].decision === 'automatic';
  if (right.decision === null) {
    const granted = { right: right.right, outcome: 'granted', grounds: [] } as const;
    return automatic && allDone(right) ? { type: 'rightDecided', data: granted } : null;
  }
  if (right.answerPrepared) return null;
  const work = workOf(state, right);
  if (work.length > 0 && right.approvedBy === null) return null;
  const waiting = work.filter(({ released }) => !released);
  if (waiting.length > 0) return collected(state, right) ? release(waiting, coolingOffEnds(state, right)) : null;
  if (!settled(work)) return null;
  // What could not be carried out was not what was approved: the officer decides once more, knowing it.
  if (!right.reconsidered && work.some(({ result }) => result === 'cannot')) {
    return { type: 'rightReturned', data: { right: right.right } };
  }
  return { type: 'answerPrepared', data: { right: right.right, form: automatic ? 'letter' : 'package' } };
};

const nextOf = (state: SubjectRequest, right: RightState): RequestEvent | null => {
  // Decided before its tasks were done: refused, or nothing to be found. It waits for nothing but its answer.
  if (right.decision !== null && right.stage !== 'response' && right.stage !== 'closed') return step(right);
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
