import type { RegistrationProblems, RegistrationValues } from './registration-values.js';

/** What each section of the form gets. */
export interface FieldsProps {
  readonly values: RegistrationValues;
  readonly problems: RegistrationProblems;
  readonly change: (changed: Partial<RegistrationValues>) => void;
}
