import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** Crockford's base32: no I, L, O, U, so that people can read it out loud. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** The check character is taken modulo 37 over Crockford's five extra signs; ours stays within the alphabet. */
const CHECK_MODULUS = 31;

/** One symbol per byte; 256 is a multiple of 32, so all are as likely as each other. */
const symbolsOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join('');

const checkOf = (symbols: string): string => {
  const sum = [...symbols].reduce((total, symbol) => (total * 32 + ALPHABET.indexOf(symbol)) % CHECK_MODULUS, 0);
  return ALPHABET[sum] as string;
};

const inGroupsOf = (size: number, symbols: string): string =>
  (symbols.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join('-');

/**
 * A request's reference for people: 45 random bits and a check character, not sequential, worth nothing as a secret.
 * `random`: nine bytes.
 */
export const newReference = (random: Uint8Array = randomBytes(9)): string => {
  const symbols = symbolsOf(random);
  return inGroupsOf(5, symbols + checkOf(symbols));
};

/** The secret code of a receipt page: 60 random bits in three groups of four. `random`: twelve bytes. */
export const newSecretCode = (random: Uint8Array = randomBytes(12)): string => inGroupsOf(4, symbolsOf(random));

/** What people type, as it was printed: upper case, without spaces and hyphens, with o, i and l read as 0, 1 and 1. */
export const normaliseTyped = (typed: string): string =>
  typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');

/** A typed reference in its printed form, or null when it cannot be one (its check character does not fit). */
export const parseReference = (typed: string): string | null => {
  const symbols = normaliseTyped(typed);
  const valid = /^[0-9A-HJKMNP-TV-Z]{10}$/.test(symbols) && checkOf(symbols.slice(0, 9)) === symbols[9];
  return valid ? inGroupsOf(5, symbols) : null;
};

/** Eight digits for a code that is mailed. */
export const newDigits = (): string => String(randomInt(100_000_000)).padStart(8, '0');

/** A token for links and cookies: 256 random bits, safe in an address. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of a token. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Compares without telling by time how much was right. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);
