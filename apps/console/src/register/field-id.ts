import type { RegistrationField } from './registration-values.js';

/** Id of a field, so that the error summary can lead to it. */
export const fieldId = (field: RegistrationField): string => `register-${field}`;
