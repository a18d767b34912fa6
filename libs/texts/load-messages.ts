import { readFileSync } from 'node:fs';
import type { Language } from '#domain/language';
import { AREAS, type Area } from './areas.js';
import { createTranslator, type Messages, type Translate } from './translator.js';

const readArea = (language: Language, area: Area): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`./messages/${language}/${area}.json`, import.meta.url), 'utf8')) as Record<
    string,
    string
  >;

/** Every text of one language, from the files beside this one. The specs prove that each key of `Messages` is there. */
export const loadMessages = (language: Language): Messages =>
  Object.assign({}, ...AREAS.map((area) => readArea(language, area))) as Messages;

const translators = new Map<Language, Translate>();

/** The server's translator for a language; files are read once per process. */
export const translatorFor = (language: Language): Translate => {
  let translate = translators.get(language);
  if (translate === undefined) {
    translate = createTranslator(language, loadMessages(language));
    translators.set(language, translate);
  }
  return translate;
};
