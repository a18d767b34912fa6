import { isAfter } from './dates.js';
import { ClockFactsError, readFacts, type ClockEventType, type ClockFacts, type ClockHistory } from './facts.js';
import type { QuestionTopic } from './rule-pack.js';

/** The events that ask and answer each question. */
const QUESTIONS: readonly {
  readonly topic: QuestionTopic;
  readonly asked: ClockEventType;
  readonly answered: ClockEventType;
}[] = [
  { topic: 'identity', asked: 'identity_requested', answered: 'identity_confirmed' },
  { topic: 'clarification', asked: 'clarification_requested', answered: 'clarified' },
  { topic: 'fee', asked: 'fee_requested', answered: 'fee_paid' },
];

export interface AskedQuestion {
  readonly topic: QuestionTopic;
  readonly asked: Temporal.PlainDate;
  /** The day of the first answer that settled it; null while it is open. */
  readonly answered: Temporal.PlainDate | null;
}

/**
 * What was asked, by topic. Asking again changes nothing while a question is open, and so does an answer that does not
 * settle it, or one that nobody asked for.
 */
export function askedQuestions({ events }: ClockHistory): readonly AskedQuestion[] {
  const questions: AskedQuestion[] = [];
  for (const { topic, asked, answered } of QUESTIONS) {
    let since: Temporal.PlainDate | null = null;
    for (const event of events) {
      if (event.type === asked) since ??= event.on;
      if (event.type === answered && event.sufficient && since) {
        questions.push({ topic, asked: since, answered: event.on });
        since = null;
      }
    }
    if (since) questions.push({ topic, asked: since, answered: null });
  }
  return questions;
}

/**
 * For facts that come from outside: an answer needs a question that is open, whatever the law makes of it, also after
 * the clock has stopped.
 *
 * @throws ClockFactsError `answer-without-question` · `bad-date` · `event-before-receipt`
 */
export function assertAnswersWereAsked(facts: ClockFacts): void {
  const { events } = readFacts(facts);
  for (const question of QUESTIONS) {
    let open = false;
    for (const { type, on, sufficient } of events) {
      if (type === question.answered && !open) {
        throw new ClockFactsError('answer-without-question', `${type} on ${on.toString()}: nothing was asked`);
      }
      if (type === question.asked) open = true;
      if (type === question.answered && sufficient) open = false;
    }
  }
}

/**
 * For facts that come from outside: nobody is told a day for the answer that has passed already.
 *
 * @throws ClockFactsError `bad-date` · `event-before-receipt`
 */
export function assertToldDaysAreAhead(facts: ClockFacts): void {
  for (const { type, on, until } of readFacts(facts).events) {
    if (until && isAfter(on, until)) {
      throw new ClockFactsError('bad-date', `${type} on ${on.toString()}: ${until.toString()} had passed already`);
    }
  }
}
