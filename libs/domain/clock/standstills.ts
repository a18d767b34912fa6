import { compareDates, isAfter, laterOf } from './dates.js';
import type { ClockHistory } from './facts.js';
import { askedQuestions, type AskedQuestion } from './questions.js';
import type { QuestionEffect, QuestionTopic, RulePack, Source } from './rule-pack.js';

/**
 * What one question, or several that overlap, may do to a period. Whole local days, `from` counted and `to` not: a
 * suspension lasts from `from` to `to`, and a period that a question starts anew starts on `to`.
 */
export interface Standstill {
  readonly effect: QuestionEffect['effect'];
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  /** Null while the person is silent, and where several questions are one suspension. */
  readonly answered: Temporal.PlainDate | null;
  /** Still waiting for the person: `to` is only where it would end with an answer on `lastSeen`. */
  readonly open: boolean;
  /** The request was closed before there was an answer, on `lastSeen`. */
  readonly cutOff: boolean;
  /** The day of the answer, of the closing, or on which it was looked at: a counted one where both ends are. */
  readonly lastSeen: Temporal.PlainDate;
  readonly reason: QuestionTopic | 'both';
  /** The rule of the question that began it. */
  readonly source: Source;
}

/**
 * The standstills of a history, in time order; overlapping suspensions are one, so no day counts twice.
 *
 * A question still open counts up to `asOf` (or the day the clock stopped), at least up to its own day. Without `asOf`
 * it counts up to the day on which the last open question was asked.
 */
export function standstillsOf(
  history: ClockHistory,
  effects: RulePack['questions'],
  asOf: Temporal.PlainDate | null,
): readonly Standstill[] {
  const questions = askedQuestions(history);
  if (questions.length === 0) return [];
  const lookedAt = history.closing?.on ?? asOf ?? lastOpen(questions, history.received);
  const standstills = questions
    .map((question) => standstillOf(question, effects[question.topic], lookedAt, history.closing !== null))
    .toSorted((one, other) => compareDates(one.from, other.from));
  return standstills.length > 1 ? unionOfSuspensions(standstills) : standstills;
}

const lastOpen = (questions: readonly AskedQuestion[], atLeast: Temporal.PlainDate): Temporal.PlainDate =>
  questions.filter(({ answered }) => !answered).reduce((last, { asked }) => laterOf(last, asked), atLeast);

function standstillOf(
  { topic, asked, answered }: AskedQuestion,
  effect: QuestionEffect,
  lookedAt: Temporal.PlainDate,
  stopped: boolean,
): Standstill {
  const lastSeen = answered ?? laterOf(asked, lookedAt);
  return {
    effect: effect.effect,
    from: asked,
    answered,
    to: endOf(asked, lastSeen, effect),
    open: !answered && !stopped,
    cutOff: !answered && stopped,
    lastSeen,
    reason: topic,
    source: effect.source,
  };
}

function endOf(asked: Temporal.PlainDate, answered: Temporal.PlainDate, effect: QuestionEffect): Temporal.PlainDate {
  switch (effect.effect) {
    case 'suspend':
      return effect.count === 'inclusive' ? answered.add({ days: 1 }) : answered;
    case 'restart':
      return answered;
    case 'reflect':
      return asked.add({ days: effect.days });
    case 'none':
      return asked;
  }
}

function unionOfSuspensions(standstills: readonly Standstill[]): readonly Standstill[] {
  const united: Standstill[] = [];
  for (const next of standstills) {
    const at = united.findLastIndex(({ effect, to }) => effect === 'suspend' && isAfter(to, next.from));
    const last = united[at];
    if (next.effect === 'suspend' && last) united[at] = union(last, next);
    else united.push(next);
  }
  return united;
}

const union = (earlier: Standstill, later: Standstill): Standstill => ({
  ...earlier,
  to: laterOf(earlier.to, later.to),
  answered: null,
  open: earlier.open || later.open,
  cutOff: earlier.cutOff || later.cutOff,
  lastSeen: laterOf(earlier.lastSeen, later.lastSeen),
  reason: earlier.reason === later.reason ? earlier.reason : 'both',
});
