import type { PersonalDetails } from '#domain/request/personal';
import type { Keyring } from './keyring.js';

const fold = (value: string): string => value.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();

/** E-mail as it is compared: never as it is shown. */
export const comparableEmail = (email: string): string => email.normalize('NFKC').trim().toLowerCase();

/** Digits of a phone number, a Finnish national number read as one of +358. */
export const comparablePhone = (phone: string): string => {
  const digits = phone.replaceAll(/[^\d+]/g, '');
  if (digits.startsWith('+')) return digits.slice(1);
  if (digits.startsWith('00')) return digits.slice(2);
  return digits.startsWith('0') ? `358${digits.slice(1)}` : digits;
};

export interface PersonIndexes {
  readonly email: Buffer | null;
  readonly phone: Buffer | null;
  /** One per whole word of the name, accents folded: no sorting, no beginnings, only equality. */
  readonly name: readonly Buffer[];
}

/** The whole words of a name as they are compared. */
const nameWords = (name: string): readonly string[] =>
  fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Keyed indexes of the words of a name; empty where there are none. */
export const indexName = (keyring: Keyring, name: string): readonly Buffer[] =>
  nameWords(name).map((word) => keyring.blindIndex('name', word));

export const indexEmail = (keyring: Keyring, email: string): Buffer =>
  keyring.blindIndex('email', comparableEmail(email));

export const indexPhone = (keyring: Keyring, phone: string): Buffer =>
  keyring.blindIndex('phone', comparablePhone(phone));

/** Keyed indexes by which staff find a request again without the database knowing the person. */
export const indexPerson = (keyring: Keyring, { email, phone, name }: PersonalDetails): PersonIndexes => ({
  email: email === null ? null : indexEmail(keyring, email),
  phone: phone === null ? null : indexPhone(keyring, phone),
  name: indexName(keyring, name),
});
