import { useSettingsTexts } from '../app/texts.js';
import type { SettingsProblems } from './settings-values.js';

/** The sentence about a field that does not hold, by its path; null while it does. */
export const useProblemOf = (problems: SettingsProblems): ((path: string) => string | null) => {
  const { t } = useSettingsTexts();
  return (path) => {
    const problem = problems[path];
    return problem === undefined ? null : t(`settings.problem.${problem}`);
  };
};
