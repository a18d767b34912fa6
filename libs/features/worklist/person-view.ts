import { meetsLevel } from '#domain/law/identity';
import { mailableTo } from '#domain/request/reactions';
import { trustedEmail, type LocatedCandidate } from '#domain/request/personal';
import { identityLevel } from '#domain/request/tasks';
import { maskEmail, maskPhone } from './masking.js';
import type { RequestPage } from '#contracts/request-page';
import type { RequestFile } from './request-file.js';

const show = (value: string | null, mask: (value: string) => string, revealed: boolean): string | null =>
  value === null || revealed ? value : mask(value);

/** Who asks, contacts masked unless they were revealed; empty once the person has been forgotten. */
export const personView = ({ content }: RequestFile, revealed: boolean): RequestPage['person'] => {
  if (content === null)
    return { name: '', email: null, phone: null, customerNumber: null, representative: null, masked: false };
  const { name, email, phone, customerNumber, representative = null } = content.person;
  return {
    name,
    email: show(email, maskEmail, revealed),
    phone: show(phone, maskPhone, revealed),
    customerNumber,
    representative,
    masked: !revealed && (email !== null || phone !== null),
  };
};

/** Where the answer will go: to a contact on file, or to the one the person confirmed when nobody was located. */
export const deliveryContact = ({ state, content }: RequestFile): string | null => {
  if (content === null) return null;
  const to = mailableTo(state);
  if (to !== 'on_file') return to === null ? null : content.person.email;
  const chosen = content.located?.candidates[content.located.chosen ?? -1];
  return chosen === undefined ? null : trustedEmail(chosen, state.receivedOn);
};

/** Enough to choose among people who match, with somebody on the phone; their contacts stay masked. */
const hintOf = ({ register, person, contacts }: LocatedCandidate, registerName: (id: string) => string): string =>
  [
    registerName(register),
    person,
    ...contacts.map(({ kind, value }) => (kind === 'email' ? maskEmail(value) : maskPhone(value))),
  ].join(' · ');

/** How surely the person is known. The people who match are named only as long as another of them can be chosen. */
export const identityView = (
  file: RequestFile,
  revealed: boolean,
  registerName: (id: string) => string,
): RequestPage['identity'] => {
  const { state, content } = file;
  const proven = meetsLevel(identityLevel(state), 'V2');
  const candidates = proven ? [] : (content?.located?.candidates ?? []);
  return {
    location: state.location,
    level: identityLevel(state),
    proofs: [...state.proofs],
    candidates: candidates.map((candidate, index) => ({ index, hint: hintOf(candidate, registerName) })),
    deliveryContact: show(deliveryContact(file), maskEmail, revealed),
  };
};
