import { ApiProblem } from '../api/api-problem.js';
import { useProblemText } from '../app/problem-text.js';
import { useAdministrationTexts } from './use-administration-texts.js';

/** The sentence about a refusal: that of its code where these pages have one. */
export const useRefusalText = (): ((error: Error) => string) => {
  const { find } = useAdministrationTexts();
  const problemText = useProblemText();
  return (error) =>
    (error instanceof ApiProblem ? find(`administration.refused.${error.code}`) : null) ?? problemText(error);
};
