import {
  normaliseEmail,
  normaliseIdentifier,
  normaliseStoredPhone,
  sameName,
  type ClaimedIdentifier,
} from '../identifier.js';
import type { Candidate, ContactOnFile } from '../connector.js';
import { anyOf, contactCondition, contactsOf, identityColumns, Parameters, personCondition } from './conditions.js';
import type { CollectionDefinition } from './definition.js';
import type { Session } from './session.js';
import type { RowIdentity } from './subject.js';

/** More than one candidate goes to a person, who needs no more than these to see why. */
const MOST_CANDIDATES = 5;

/** A contact that hundreds have (a switchboard) finds nobody in particular; looking further would not help. */
const MOST_ROWS = 200;

type Claims = Readonly<Record<'email' | 'phone' | 'customer_number', ReadonlySet<string>>> & {
  readonly names: readonly string[];
};

interface PersonRow extends RowIdentity {
  readonly name: string;
  readonly registeredOn: string | null;
  /** Date since when each contact of the definition has been on file, in the definition's order. */
  readonly since: readonly (string | null)[];
  /** The contacts of the definition, in its order, as they stand in the system. */
  readonly onFile: readonly (string | null)[];
}

/** The claims that can be searched with, in canonical form. */
const readClaims = (claimed: readonly ClaimedIdentifier[]): Claims => {
  const claims = { email: new Set<string>(), phone: new Set<string>(), customer_number: new Set<string>() };
  for (const { kind, value } of claimed) {
    if (kind === 'name') continue;
    const canonical = normaliseIdentifier(kind, value);
    if (canonical !== null) claims[kind].add(canonical);
  }
  return { ...claims, names: claimed.filter(({ kind }) => kind === 'name').map(({ value }) => value) };
};

const selectPersons = ({ catalogue }: Session, collection: CollectionDefinition, condition: string): string => {
  const text = (name: string): string => `${catalogue.column(collection, name)}::text`;
  const texts = (names: readonly string[]): string => `ARRAY[${names.map(text).join(', ')}]::text[]`;
  const names = collection.identity?.name ?? [];
  return `
    SELECT ${identityColumns(catalogue, collection)},
           array_to_string(${texts(names)}, ' ') AS name,
           ${collection.registeredOn === undefined ? 'NULL' : text(collection.registeredOn)} AS "registeredOn",
           ${texts(collection.contacts.map(({ since }) => since))} AS since,
           ${texts(collection.contacts.map(({ column }) => column))} AS "onFile"
      FROM ${catalogue.table(collection)} WHERE ${condition}
     ORDER BY ${collection.key.map((name) => catalogue.column(collection, name)).join(', ')} LIMIT ${MOST_ROWS}`;
};

/** The kinds of claims, names aside, that a row bears out. */
const matches = (row: PersonRow, claims: Claims): ClaimedIdentifier['kind'][] => {
  const held = new Set(contactsOf(row));
  const kinds: ClaimedIdentifier['kind'][] = [];
  if (claims.customer_number.has(row.person?.trim() ?? '')) kinds.push('customer_number');
  if ([...claims.email].some((email) => held.has(`email:${email}`))) kinds.push('email');
  if ([...claims.phone].some((phone) => held.has(`phone:${phone}`))) kinds.push('phone');
  return kinds;
};

const isNamed = (row: PersonRow, { names }: Claims): boolean => names.some((name) => sameName(name, row.name));

/** The usable contacts of a person; `holders` tells how many persons have each. */
const contactsOnFile = (
  collection: CollectionDefinition,
  row: PersonRow,
  holders: ReadonlyMap<string, ReadonlySet<string>>,
): ContactOnFile[] =>
  collection.contacts.flatMap(({ kind }, index) => {
    const written = row.onFile[index]?.trim() ?? '';
    const canonical = kind === 'phone' ? normaliseStoredPhone(written) : normaliseEmail(written);
    if (canonical === null) return [];
    const onFileSince = row.since[index] ?? null;
    const firstRegistration =
      onFileSince !== null &&
      row.registeredOn !== null &&
      Temporal.PlainDate.compare(onFileSince, row.registeredOn) <= 0;
    const shared = (holders.get(`${kind}:${canonical}`)?.size ?? 0) > 1;
    return [{ kind, value: kind === 'email' ? written : canonical, onFileSince, firstRegistration, shared }];
  });

/** Who has each of the contacts that the rows have. */
const findHolders = async (
  session: Session,
  collection: CollectionDefinition,
  rows: readonly PersonRow[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
  const contacts = rows.flatMap(contactsOf);
  const ofKind = (kind: string): Set<string> =>
    new Set(contacts.filter((each) => each.startsWith(`${kind}:`)).map((each) => each.slice(kind.length + 1)));
  const parameters = new Parameters();
  const condition = contactCondition(
    session.catalogue,
    collection,
    { email: ofKind('email'), phone: ofKind('phone') },
    parameters,
  );
  const holders = new Map<string, Set<string>>();
  for (const row of await session.query<PersonRow>(selectPersons(session, collection, condition), parameters.values)) {
    for (const contact of contactsOf(row))
      holders.set(contact, (holders.get(contact) ?? new Set<string>()).add(row.person?.trim() ?? ''));
  }
  return holders;
};

const locateIn = async (session: Session, collection: CollectionDefinition, claims: Claims): Promise<Candidate[]> => {
  const { catalogue } = session;
  const parameters = new Parameters();
  const condition = anyOf([
    personCondition(catalogue, collection, [...claims.customer_number], parameters),
    contactCondition(catalogue, collection, claims, parameters),
  ]);
  const rows = await session.query<PersonRow>(selectPersons(session, collection, condition), parameters.values);
  const found = rows.filter((row) => (row.person?.trim() ?? '') !== '' && matches(row, claims).length > 0);
  const holders = await findHolders(session, collection, found);
  return found.map((row) => ({
    id: row.person?.trim() ?? '',
    matchedBy: [...matches(row, claims), ...(isNamed(row, claims) ? ['name' as const] : [])],
    contacts: contactsOnFile(collection, row, holders),
  }));
};

/** Candidates in every collection that has contacts on file, those with the most matches first. */
export const locate = async (session: Session, claimed: readonly ClaimedIdentifier[]): Promise<Candidate[]> => {
  const claims = readClaims(claimed);
  const candidates: Candidate[] = [];
  for (const collection of session.register.collections) {
    if (collection.contacts.length > 0) candidates.push(...(await locateIn(session, collection, claims)));
  }
  return candidates
    .toSorted((one, other) => other.matchedBy.length - one.matchedBy.length || one.id.localeCompare(other.id))
    .slice(0, MOST_CANDIDATES);
};
