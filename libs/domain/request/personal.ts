import type { CivilDate } from '#domain/time-source';
import type { Mandate } from './vocabulary.js';

/** Somebody who acts for the person, as they said; the proof is a file of the request. */
export interface Representative {
  readonly name: string;
  readonly mandate: Mandate;
}

/** What a request says of its person. It stands sealed wherever it stands, and nowhere else. */
export interface PersonalDetails {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly customerNumber: string | null;
  /** The request in the person's own words. */
  readonly words: string;
  /** Missing in what was kept before it could be given. */
  readonly representative?: Representative | null;
}

/** A contact as a register has it. */
export interface ContactOnFile {
  readonly kind: 'email' | 'phone';
  readonly value: string;
  /** Null when the register does not know; then it is not taken for old. */
  readonly onFileSince: CivilDate | null;
  /** It came with the person's registration: a first registration is not a change. */
  readonly firstRegistration: boolean;
  /** Another person in the register has the same contact. */
  readonly shared: boolean;
}

/** Someone in the registers who matches what was claimed: an id and contacts, nothing more. */
export interface LocatedCandidate {
  readonly register: string;
  readonly person: string;
  readonly contacts: readonly ContactOnFile[];
}

/** Sealed beside `personLocated`: who matched, and which of them is meant. */
export interface LocatedPeople {
  readonly candidates: readonly LocatedCandidate[];
  readonly chosen: number | null;
}

/** Sealed beside any entry that carries free words: a reason, a question, a note. */
export interface Words {
  readonly words: string;
}

/** A contact that was changed this shortly before a request may have been changed for it. */
const SETTLED_AFTER_DAYS = 30;

/**
 * May a code or an answer go to this contact? It must have been on file before the request, not changed in the last 30
 * days, and nobody else's too (security design, laws 2 and 5, threat T03).
 */
export const isTrustedContact = (contact: ContactOnFile, receivedOn: CivilDate): boolean => {
  if (contact.shared) return false;
  if (contact.firstRegistration) return contact.onFileSince === null || contact.onFileSince <= receivedOn;
  if (contact.onFileSince === null) return false;
  const settled = Temporal.PlainDate.from(contact.onFileSince).add({ days: SETTLED_AFTER_DAYS });
  return Temporal.PlainDate.compare(settled, Temporal.PlainDate.from(receivedOn)) <= 0;
};

/** The mail address on file that a code or an answer may go to; null when there is none. */
export const trustedEmail = (candidate: LocatedCandidate, receivedOn: CivilDate): string | null =>
  candidate.contacts.find((contact) => contact.kind === 'email' && isTrustedContact(contact, receivedOn))?.value ??
  null;
