import { domainToASCII } from 'node:url';

/** What somebody says about themselves. It may locate, never collect (security design, law 1). */
export interface ClaimedIdentifier {
  readonly kind: 'email' | 'phone' | 'name' | 'customer_number';
  readonly value: string;
  readonly status: 'claimed';
}

export type ContactKind = 'email' | 'phone';

/**
 * What is known to be the person's: a contact they proved to hold, or what a register holds about the person they were
 * proven to be. `person` is the controller's own number of the person, the `id` of a located candidate. Its status has
 * no `claimed`, so a claimed identifier does not compile where data is collected.
 */
export interface ProvenIdentifier {
  readonly kind: 'person' | ContactKind;
  readonly value: string;
  readonly status: 'verified' | 'on_file';
}

/** A contact to be banned from marketing. It may be merely claimed: Art. 21(2)-(3) asks for no proof (level V0). */
export interface MarketingContact {
  readonly kind: ContactKind;
  readonly value: string;
  readonly status: 'claimed' | 'verified' | 'on_file';
}

const LOCAL_PART = /^[\p{L}\p{N}.!#$&'+/=^_`{|}~-]{1,64}$/u;
const DOMAIN = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** The canonical form of an e-mail address, domain in ASCII; null when it is not one whole address. */
export const normaliseEmail = (text: string): string | null => {
  const [local, domain, ...more] = text.normalize('NFKC').trim().toLowerCase().split('@');
  const ascii = domainToASCII(domain ?? '');
  return local !== undefined && more.length === 0 && LOCAL_PART.test(local) && DOMAIN.test(ascii)
    ? `${local}@${ascii}`
    : null;
};

/** The E.164 form of a phone number; a number without a country is Finnish. Null when it is not one whole number. */
export const normalisePhone = (text: string): string | null => {
  const digits = text
    .normalize('NFKC')
    .replace('(0)', '')
    .replace(/[\s()./\u2010-\u2015-]/g, '');
  const international = digits
    .replace(/^00/, '+')
    .replace(/^0/, '+358')
    .replace(/^(?=358\d{6})/, '+')
    .replace(/^\+3580/, '+358');
  return /^\+[1-9]\d{7,14}$/.test(international) ? international : null;
};

/** A number as a system holds it: people write remarks into that column (`048 000 0001, home`). */
export const normaliseStoredPhone = (text: string): string | null => normalisePhone(text.replace(/[^0-9+]/g, ''));

/** The ways a system may have written an E.164 number once everything but digits and `+` is taken out. */
export const phoneSpellings = (e164: string): string[] => {
  const digits = e164.slice(1);
  const everywhere = [e164, digits, `00${digits}`];
  if (!e164.startsWith('+358')) return everywhere;
  const national = digits.slice(3);
  return [...everywhere, `0${national}`, `+3580${national}`];
};

/** The controller's own number of a person; null when it is too short, or a pattern, to mean one person. */
export const normalisePersonNumber = (text: string): string | null => {
  const number = text.normalize('NFKC').trim();
  return /^[\p{L}\p{N}][\p{L}\p{N}./:#_-]{2,63}$/u.test(number) ? number : null;
};

/** Letters that do not decompose into a base letter and an accent. */
const UNDECOMPOSED: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', ß: 'ss', đ: 'd', ł: 'l', þ: 'th' };

/** The words of a name without accents and case: `Åkerblom` and `AKERBLOM` are the same word. */
export const nameWords = (name: string): string[] =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[øæßđłþ]/g, (letter) => UNDECOMPOSED[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** True when every word of a claimed name, at least two of them, is in the name on file. */
export const sameName = (claimed: string, onFile: string): boolean => {
  const words = nameWords(claimed);
  const known = new Set(nameWords(onFile));
  return words.length >= 2 && words.every((word) => known.has(word));
};

const NORMALISERS = {
  person: normalisePersonNumber,
  customer_number: normalisePersonNumber,
  email: normaliseEmail,
  phone: normalisePhone,
} as const;

/** The canonical form of an identifier; null when it is empty, too short or a pattern, and must not start a search. */
export const normaliseIdentifier = (kind: keyof typeof NORMALISERS, value: string): string | null =>
  NORMALISERS[kind](value);
