import { z } from 'zod';
import { language, text } from './wire.js';
import { versioned } from './setting-kit.js';

const LONGEST_PASSAGE = 4000;

/** An organisation's own words for the free passages of one letter; null sets one back to the standard. */
export const letterPassages = z.strictObject({
  passages: z.record(z.string().max(40), text(LONGEST_PASSAGE).nullable()),
});

/** A letter piece by piece. What the law wants said is locked; `text` is what the reader gets, with invented data. */
const segment = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('locked'), text: z.string() }),
  z.strictObject({
    kind: z.literal('free'),
    name: z.string(),
    standard: z.string(),
    own: z.string().nullable(),
    text: z.string(),
  }),
]);

/** What a letter becomes with these passages, and what is wrong with one that cannot stand, by its name. */
export const letterPreview = z.strictObject({ subject: z.string(), segments: z.array(segment) });

export const letterPage = versioned(z.strictObject({ passages: z.record(z.string(), z.string().nullable()) })).extend({
  letter: z.string(),
  language,
  preview: letterPreview,
  /** What may stand between braces in this letter, such as `reference`. */
  names: z.array(z.string()),
});

export const lettersPage = z.strictObject({
  letters: z.array(
    z.strictObject({ letter: z.string(), kind: z.enum(['mail', 'decision']), changed: z.array(language) }),
  ),
});

export type LetterPassages = z.infer<typeof letterPassages>;
export type LetterPreview = z.infer<typeof letterPreview>;
export type LetterSegment = z.infer<typeof segment>;
export type LetterPage = z.infer<typeof letterPage>;
export type LettersPage = z.infer<typeof lettersPage>;
