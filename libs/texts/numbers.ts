import type { Language } from '#domain/language';
import { LOCALES } from './locales.js';

const formats = new Map<Language, Intl.NumberFormat>();

/** Writes a number the way its language does: `9 764,5` in Finnish and Swedish (with no-break spaces), `9,764.5` in English. */
export const formatNumber = (value: number, language: Language): string => {
  const format = formats.get(language) ?? new Intl.NumberFormat(LOCALES[language]);
  formats.set(language, format);
  return format.format(value);
};
