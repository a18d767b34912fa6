import { ConnectorError } from '../connector-error.js';
import type { CollectedRow } from '../connector.js';
import { normaliseEmail, normaliseIdentifier, normaliseStoredPhone, type ProvenIdentifier } from '../identifier.js';

/** The identifiers of one person in canonical form, by kind. */
export interface Subject {
  readonly person: ReadonlySet<string>;
  readonly email: ReadonlySet<string>;
  readonly phone: ReadonlySet<string>;
}

export type Owner = CollectedRow['owner'];

/** The columns of a row that say whose it is, as they stand in the system. */
export interface RowIdentity {
  readonly person: string | null;
  readonly emails: readonly (string | null)[];
  readonly phones: readonly (string | null)[];
}

/** Throws `identifier-too-weak` when there is nothing to search with, or anything that must not start a search. */
export const subjectOf = (register: string, identifiers: readonly ProvenIdentifier[]): Subject => {
  const subject = { person: new Set<string>(), email: new Set<string>(), phone: new Set<string>() };
  for (const { kind, value } of identifiers) {
    const canonical = normaliseIdentifier(kind, value);
    if (canonical === null) throw new ConnectorError('identifier-too-weak', register);
    subject[kind].add(canonical);
  }
  if (identifiers.length === 0) throw new ConnectorError('identifier-too-weak', register);
  return subject;
};

/** The first of a row's contacts that is the subject's, in canonical form. */
const ownContact = (row: RowIdentity, subject: Subject): Owner | null => {
  const email = row.emails.map((value) => normaliseEmail(value ?? '')).find((value) => subject.email.has(value ?? ''));
  if (typeof email === 'string') return { kind: 'email', value: email };
  const phone = row.phones
    .map((value) => normaliseStoredPhone(value ?? ''))
    .find((value) => subject.phone.has(value ?? ''));
  return typeof phone === 'string' ? { kind: 'phone', value: phone } : null;
};

/**
 * By which identifier a row that the system returned is the subject's; null when it carries none of them. A row that
 * carries the number of another person is never the subject's, whatever contact stands in it: `foreign-row`.
 */
export const ownerOf = (register: string, row: RowIdentity, subject: Subject): Owner | null => {
  const person = row.person?.trim() ?? '';
  if (person === '' || subject.person.size === 0) return ownContact(row, subject);
  if (!subject.person.has(person)) throw new ConnectorError('foreign-row', register);
  return { kind: 'person', value: person };
};
