import { useTexts } from '../app/texts.js';
import type { RegistrationField, RegistrationProblems } from './registration-values.js';

/** What is wrong with a field, in words; null when nothing is. */
export const useProblem = (problems: RegistrationProblems) => {
  const { t } = useTexts();
  return (field: RegistrationField): string | null => {
    const problem = problems[field];
    return problem === undefined ? null : t(`console.register.problem.${problem}`);
  };
};
