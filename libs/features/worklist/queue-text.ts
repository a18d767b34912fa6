import { indexEmail, indexName, indexPhone } from '#persistence/blind-index';
import { normaliseTyped } from '#persistence/tokens';
import type { Keyring } from '#persistence/keyring';

/** Binds a value from outside and gives its placeholder. */
export type Bind = (value: unknown) => string;

/** Fewer symbols of a reference than this fit too many requests to be of help. */
const SHORTEST_PART = 3;
/** A person's number has at least as many digits; shorter ones are part of a reference. */
const SHORTEST_PHONE = 5;

/** A reference, its beginning or its end, however it was spaced or cased. */
const byReference = (text: string, bind: Bind): string | null => {
  const symbols = normaliseTyped(text);
  if (symbols.length < SHORTEST_PART || !/^[\dA-Z]+$/.test(symbols)) return null;
  const begins = `replace(reference, '-', '') like ${bind(`${symbols}%`)}`;
  return `(${begins} or reverse(replace(reference, '-', '')) like ${bind(`${[...symbols].reverse().join('')}%`)})`;
};

const byPhone = (text: string, keyring: Keyring, bind: Bind): string | null => {
  const digits = text.replaceAll(/\D/g, '').length;
  return /^[\d\s+()./-]+$/.test(text) && digits >= SHORTEST_PHONE
    ? `phone_index = ${bind(indexPhone(keyring, text))}`
    : null;
};

/** Every word must be a whole word of the name: the index knows no beginnings. */
const byName = (text: string, keyring: Keyring, bind: Bind): string | null => {
  const words = indexName(keyring, text);
  return words.length > 0 && /\p{L}/u.test(text) ? `name_index @> ${bind(words)}::bytea[]` : null;
};

/**
 * What the typed text may be, as one SQL condition over `subject_request`; persons are looked for by their keyed indexes
 * only. `persons` false, for readers who may not see whose requests they are, leaves references.
 */
export const textCondition = (text: string, keyring: Keyring, persons: boolean, bind: Bind): string => {
  const reference = byReference(text, bind);
  const person = () =>
    text.includes('@')
      ? [`email_index = ${bind(indexEmail(keyring, text))}`]
      : [byPhone(text, keyring, bind), byName(text, keyring, bind)];
  const ways = [reference, ...(persons ? person() : [])].filter((way) => way !== null);
  return ways.length === 0 ? 'false' : `(${ways.join(' or ')})`;
};
