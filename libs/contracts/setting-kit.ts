import { z } from 'zod';
import { LANGUAGES, type Language, type Localised } from '#domain/language';
import { staffName } from './queue.js';
import { filledText, instant, text } from './wire.js';

/** How the fields of a setting are checked. */
export interface SettingKit {
  readonly text: (longest: number) => z.ZodType<string, string>;
  readonly filled: (longest: number) => z.ZodType<string, string>;
  readonly localised: (longest: number) => z.ZodType<Localised, Localised>;
  readonly mail: () => z.ZodType<string, string>;
}

const inEachLanguage = (each: z.ZodType<string, string>) =>
  z.strictObject({ fi: each, sv: each, en: each } satisfies Record<Language, z.ZodType<string, string>>);

/** A language without words of its own takes those of the first that has some. */
const filledUp = (typed: Localised): Localised => {
  const first = LANGUAGES.map((language) => typed[language]).find((words) => words !== '') ?? '';
  return { fi: typed.fi || first, sv: typed.sv || first, en: typed.en || first };
};

/** As somebody types it: checked closely. One language is enough, the others take its words. */
export const TYPED: SettingKit = {
  text,
  filled: filledText,
  localised: (longest) =>
    inEachLanguage(text(longest))
      .refine((typed) => LANGUAGES.some((language) => typed[language] !== ''), 'is empty')
      .transform(filledUp),
  mail: () => filledText(254).refine((typed) => z.email().safeParse(typed).success, 'is no mail address'),
};

/** As it was stored, perhaps under other rules: only told. */
export const TOLD: SettingKit = {
  text: () => z.string(),
  filled: () => z.string(),
  localised: () => inEachLanguage(z.string()),
  mail: () => z.string(),
};

/** A part of the settings with who changed it when, newest change first. Version 0 is how it was before any change. */
export const versioned = <Content extends z.ZodType>(content: Content) =>
  z.strictObject({
    /** Goes into `If-Match` of a change. */
    version: z.number().int(),
    content,
    changes: z.array(z.strictObject({ version: z.number().int(), at: instant, by: staffName.nullable(), content })),
  });
