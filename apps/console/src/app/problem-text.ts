import { useCallback } from 'react';
import { ApiProblem } from '../api/api-problem.js';
import { useTexts } from './texts.js';

/** The words for a failed call: by its code, else by its status, else that it failed. */
export const useProblemText = (): ((error: Error) => string) => {
  const { t, find } = useTexts();
  return useCallback(
    (error) => {
      if (!(error instanceof ApiProblem)) return t('console.problem.unknown');
      return (
        find(`console.reason.${error.code}`) ?? find(`console.problem.${error.status}`) ?? t('console.problem.unknown')
      );
    },
    [t, find],
  );
};
