import type { SettingsProblems, SettingsValues } from './settings-values.js';

/** What every part of the form gets: what it holds, what does not hold, and how to change it. */
export interface SettingsFieldsProps {
  readonly values: SettingsValues;
  readonly problems: SettingsProblems;
  readonly change: (part: Partial<SettingsValues>) => void;
}
