import type { QuestionTopic, QuestionEffect, Source } from '../rule-pack.js';

/** The law lets no question touch the clock. */
export const noQuestionCounts = (source: Source): Readonly<Record<QuestionTopic, QuestionEffect>> => ({
  identity: { effect: 'none', source },
  clarification: { effect: 'none', source },
  fee: { effect: 'none', source },
});
