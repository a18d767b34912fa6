import type { DecisionDetails, RightView } from '#contracts/request-page';
import { groundsFor, type GroundId } from '#domain/law/grounds';
import type { Right } from '#domain/law/rights';
import { OUTCOMES, type Outcome } from '#domain/request/vocabulary';

/** The grounds for this right and answer under the law of the organisation's country; none where none is needed. */
export const groundsOf = (view: RightView, outcome: Outcome | null, country: string): readonly GroundId[] =>
  outcome === 'partly' || outcome === 'refused' ? groundsFor(view.right, outcome, country) : [];

/** Answers that can be true: no refusal without a lawful ground, no "nothing held" when something was found. */
export const outcomesOf = (view: RightView, country: string): readonly Outcome[] => {
  const found = view.tasks.some(({ result }) => result === 'found');
  return OUTCOMES.filter((outcome) => {
    if (outcome === 'nothing_held') return !found;
    return outcome === 'granted' || groundsOf(view, outcome, country).length > 0;
  });
};

/** GDPR art. 18(1)(a) to (d), in their order. */
export const RESTRICTIONS = ['accuracy_contested', 'unlawful', 'legal_claim', 'objection_pending'] as const;

/** What came of looking at an automated decision again (GDPR art. 22(3)). */
export const REVIEWS = ['upheld', 'changed'] as const;

/** Rights whose letter, when something is granted, tells in the officer's words what exactly. */
const WORDS_IN_LETTER: readonly Right[] = ['restriction', 'objection', 'automated_decision'];

export const grantsSomething = (outcome: Outcome | null): boolean => outcome === 'granted' || outcome === 'partly';

export const wordsNeeded = (right: Right, outcome: Outcome | null): boolean =>
  grantsSomething(outcome) && WORDS_IN_LETTER.includes(right);

const isIncomplete = (correction: NonNullable<DecisionDetails['corrections']>[number]): boolean =>
  Object.values(correction).some((part) => part.trim() === '');

/** True when a letter of this right and answer would lack something it must tell. */
export const detailsMissing = (right: Right, outcome: Outcome | null, details: DecisionDetails): boolean => {
  if (!grantsSomething(outcome)) return false;
  if (right === 'rectification') return (details.corrections ?? []).some(isIncomplete);
  if (right === 'restriction') return details.restriction === undefined;
  return right === 'automated_decision' && details.review === undefined;
};
