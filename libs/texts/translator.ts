import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '#domain/language';
import type { Area } from './areas.js';
import { LOCALES } from './locales.js';
import type { MessageParameters } from './message-types.js';

export type MessageKey = keyof MessageParameters;

/** The keys of some areas; a screen that loads only its own areas cannot ask for the others. */
export type KeyOf<A extends Area> = Extract<MessageKey, `${A}.${string}`>;

/** The texts of one language, key to ICU message. */
export type Messages<A extends Area = Area> = Readonly<Record<KeyOf<A>, string>>;

type ParametersOf<K extends MessageKey> = [MessageParameters[K]] extends [null]
  ? []
  : [parameters: NonNullable<MessageParameters[K]>];

/** Writes one text. Values are put in as they are: whoever prints the result escapes it for its page. */
export type Translate<A extends Area = Area> = <K extends KeyOf<A>>(key: K, ...parameters: ParametersOf<K>) => string;

/**
 * A translator for one language. Parsed messages are kept, since parsing costs far more than formatting.
 * Throws when a key has no text or a parameter is missing: both are defects, never a state to show.
 */
export const createTranslator = <A extends Area = Area>(language: Language, messages: Messages<A>): Translate<A> => {
  const texts: Readonly<Partial<Record<string, string>>> = messages;
  const formats = new Map<string, IntlMessageFormat>();
  return (key, ...[parameters]) => {
    let format = formats.get(key);
    if (format === undefined) {
      const text = texts[key];
      if (text === undefined) throw new Error(`no text for ${key} in ${language}`);
      format = new IntlMessageFormat(text, LOCALES[language], undefined, { ignoreTag: true });
      formats.set(key, format);
    }
    return String(format.format(parameters));
  };
};
