import type { FieldProblem } from '#contracts/portal-pages';
import type { MessageKey, Translate } from '#texts/translator';

type ProblemKey = Extract<MessageKey, `portal.problem.${string}`>;

/** The sentence for one problem. A problem without a text is a defect and throws. */
export const problemText = (t: Translate, { problem }: FieldProblem): string =>
  t(`portal.problem.${problem}` as ProblemKey);

/** What is wrong with one field, or null. */
export const problemOf = (t: Translate, problems: readonly FieldProblem[], field: string): string | null => {
  const found = problems.find((problem) => problem.field === field);
  return found === undefined ? null : problemText(t, found);
};
