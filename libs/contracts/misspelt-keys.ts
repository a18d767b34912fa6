import { z } from 'zod';
import { nearName } from './near-name.js';

/** The name that was probably meant: the same letters, or almost. */
const meant = (typed: string, names: readonly string[]): string | undefined => {
  const letters = (name: string) => name.toLowerCase().replaceAll(/[^a-z]/g, '');
  return names.find((name) => name !== typed && letters(name) === letters(typed)) ?? nearName(typed, names);
};

/** Says of a name that is none of ours which one was probably meant, else which there are. */
export const hint = (typed: string, names: readonly string[]): string => {
  const name = meant(typed, names);
  return name === undefined ? `is none of ${names.join(', ')}.` : `is not known: did you mean "${name}"?`;
};

/** True for a name that is not ours but looks like it. */
export const isMisspelt = (typed: string, names: readonly string[]): boolean =>
  !names.includes(typed) && meant(typed, names) !== undefined;

/** Short keys are near to anything, and `reason` is a word of its own, however near to `region`. */
const couldBeOurs = (key: string): boolean => key.length > 4 && key !== 'reason';

/**
 * An object in which other keys are allowed, but none that looks like one of ours that is missing: ignored, a misspelt
 * `timezone` would change the outcome without a word.
 */
export const objectWith = <Shape extends z.ZodRawShape>(shape: Shape, error: z.core.$ZodErrorMap) =>
  z
    .record(z.string(), z.unknown(), { error })
    .superRefine((given, context) => {
      const missing = Object.keys(shape).filter((key) => !Object.hasOwn(given, key));
      for (const key of Object.keys(given)) {
        if (Object.hasOwn(shape, key) || !couldBeOurs(key) || !isMisspelt(key, missing)) continue;
        context.addIssue({ code: 'custom', path: [key], message: hint(key, missing) });
      }
    })
    .pipe(z.object(shape));
