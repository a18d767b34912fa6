import { findRight, findTask, needsProof } from './tasks.js';
import { requestStage } from './decide.js';
import { PROVES_IDENTITY } from './evolve.js';
import { openQuestion } from './open-question.js';
import { reminderFacts } from './reminder-facts.js';
import { aboutNow } from '#domain/clock/planned-reminders';
import type { ReminderKind } from '#domain/clock/reminders';
import type { Deadlines } from '#domain/clock/deadlines';
import type { Right } from '#domain/law/rights';
import type { EffectData, EffectKind } from './effects.js';
import type { SubjectRequest } from './state.js';

/** `deadlines` are worked out only where they are asked for. */
type Check<K extends EffectKind> = (state: SubjectRequest, data: EffectData[K], deadlines: () => Deadlines) => boolean;

const openRight = (state: SubjectRequest, right: string): boolean => {
  const found = findRight(state, right as Right);
  return found !== undefined && found.stage !== 'closed';
};

/** What is promised to the person whatever happens to the request afterwards: that it came in. */
const ALWAYS_SENT: readonly string[] = ['acknowledgement'];

/** What an officer wrote is sent also after the request is closed; it was judged when it was written. */
const notTakenBack = ({ messages }: SubjectRequest, message: number | undefined): boolean =>
  message === undefined || messages[message - 1]?.takenBack === false;

const CHECKS: { readonly [K in EffectKind]: Check<K> } = {
  'locate-person': (state) => state.location === null && requestStage(state) !== 'closed',
  'run-task': (state, { task: id }) => {
    const task = findTask(state, id);
    return task !== undefined && task.released && task.result === null && openRight(state, task.right);
  },
  'build-package': (state, { right }) => openRight(state, right) && findRight(state, right as Right)?.decision !== null,
  'send-letter': (state, { letter, right, message }) => {
    if (ALWAYS_SENT.includes(letter)) return true;
    if (letter === 'message') return notTakenBack(state, message);
    if (PROVES_IDENTITY.includes(letter) && !needsProof(state)) return false;
    if (letter === 'question-reminder' && state.pausedFor === null) return false;
    if (letter === 'challenge-reminder' && openQuestion(state)?.about !== 'challenge') return false;
    return right === undefined ? requestStage(state) !== 'closed' : openRight(state, right);
  },
  remind: (state, { kind, about }, datesToRemindOf) => {
    const deadlines = datesToRemindOf();
    if (deadlines.state === 'stopped' || !(kind in aboutNow)) return false;
    const now = aboutNow[kind as ReminderKind](reminderFacts(state, deadlines, null));
    return now !== null && (about === undefined || now.toString() === about);
  },
  alert: () => true,
};

/**
 * Asked again just before an effect is done: does its request still want it? The row in the database decides, so a job
 * that somebody else put into the queue, or one that is late, does nothing.
 */
export const stillWanted = (
  state: SubjectRequest,
  kind: EffectKind,
  data: EffectData[EffectKind],
  deadlines: () => Deadlines,
): boolean => (CHECKS[kind] as Check<EffectKind>)(state, data, deadlines);

/** Goes on while "it was not me" is being settled: nothing of it reaches a person, a register or a decision. */
const WHILE_FROZEN: readonly EffectKind[] = ['remind', 'alert'];

/** Must this effect wait, because somebody disowned the request? It is put off, never dropped. */
export const mustWait = (state: SubjectRequest, kind: EffectKind, data: EffectData[EffectKind]): boolean =>
  state.frozen && !WHILE_FROZEN.includes(kind) && !('letter' in data && ALWAYS_SENT.includes(data.letter));
