import type { FieldProblem } from '#contracts/portal-pages';
import type { z } from 'zod';

/** What a person is told about a field that does not hold, by field; whatever is not listed is too long. */
const PROBLEMS: Readonly<Record<string, string>> = { rights: 'choose-right', name: 'name-missing' };

/** The problems of a form, one for each field. `values` tells an empty field from one that is too long. */
export const problemsOf = (error: z.ZodError, values: Readonly<Record<string, unknown>>): FieldProblem[] => {
  const fields = new Set(error.issues.map(({ path }) => String(path[0] ?? '')));
  return [...fields].map((field) => {
    const long = typeof values[field] === 'string' && values[field].trim() !== '';
    return { field, problem: long ? 'too-long' : (PROBLEMS[field] ?? 'too-long') };
  });
};
