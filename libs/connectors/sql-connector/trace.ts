import { ConnectorError } from '../connector-error.js';
import {
  anyOf,
  contactCondition,
  identityColumns,
  noPersonCondition,
  Parameters,
  personCondition,
} from './conditions.js';
import type { JsonValue } from '../connector.js';
import type { CollectionDefinition } from './definition.js';
import type { Session } from './session.js';
import { ownerOf, type Owner, type RowIdentity, type Subject } from './subject.js';

export interface TracedRow {
  /** The row's key as JSON text (`["42"]`). */
  readonly key: string;
  readonly owner: Owner;
  readonly person: string | null;
  /** What other collections refer to in this row, and by what this row belongs to others, as text by column. */
  readonly links: Readonly<Record<string, string | null>>;
  readonly values: Readonly<Record<string, JsonValue>>;
}

/** The subject's rows by collection, in the register's order: parents before children. */
export type Trace = ReadonlyMap<string, readonly TracedRow[]>;

/** SQL expressions to fetch with each row, by the name they get in `values`. */
export type Selection = (collection: CollectionDefinition) => Readonly<Record<string, string>>;

type FetchedRow = RowIdentity & Omit<TracedRow, 'owner'>;

/** A row as PostgreSQL sends it: links in `l0, l1 …`, selected values in `v0, v1 …`, as a column may be called anything. */
type SentRow = RowIdentity & { readonly key: string } & Readonly<Record<`l${number}`, string | null>> &
  Readonly<Record<`v${number}`, JsonValue>>;

/** The columns by which a collection is tied to others, in both directions. */
const linkColumns = ({ register }: Session, collection: CollectionDefinition): string[] => [
  ...collection.belongsTo.map(({ column }) => column),
  ...register.collections
    .flatMap(({ belongsTo }) => belongsTo)
    .filter((link) => link.collection === collection.id)
    .map(({ references }) => references),
];

const aliased = (prefix: string, expressions: readonly string[]): string[] =>
  expressions.map((sql, index) => `${sql} AS ${prefix}${index}`);

/** Owners of the rows that `collection` hangs on, by the value of the referenced column. */
const ownersByLink = (collection: CollectionDefinition, trace: Trace) =>
  collection.belongsTo.map(({ column, collection: parent, references }) => {
    const owners = new Map<string, Owner>();
    for (const { links, owner } of trace.get(parent) ?? []) {
      const value = links[references];
      if (typeof value === 'string') owners.set(value, owner);
    }
    return { column, owners };
  });

type Links = ReturnType<typeof ownersByLink>;

/** What makes a row the subject's: its person number, a contact where it has no number, or a row it hangs on. */
const belongsCondition = (
  { catalogue }: Session,
  collection: CollectionDefinition,
  subject: Subject,
  links: Links,
  parameters: Parameters,
): string => {
  const nobody = subject.person.size === 0 ? 'true' : noPersonCondition(catalogue, collection);
  const linked = links
    .filter(({ owners }) => owners.size > 0)
    .map(({ column, owners }) => {
      const values = parameters.add([...owners.keys()]);
      return `${catalogue.column(collection, column)} = ANY(${values}::${catalogue.type(collection, column)}[])`;
    });
  return anyOf([
    personCondition(catalogue, collection, [...subject.person], parameters),
    `(${nobody} AND ${contactCondition(catalogue, collection, subject, parameters)})`,
    ...linked,
  ]);
};

const fetchRows = async (
  session: Session,
  collection: CollectionDefinition,
  subject: Subject,
  links: Links,
  selection: Selection,
): Promise<FetchedRow[]> => {
  const { catalogue, limits, register } = session;
  const parameters = new Parameters();
  const belongs = belongsCondition(session, collection, subject, links, parameters);
  const keys = collection.key.map((name) => catalogue.column(collection, name));
  const linkNames = [...new Set(linkColumns(session, collection))];
  const linkTexts = linkNames.map((name) => `${catalogue.column(collection, name)}::text`);
  const selected = selection(collection);
  const list = [
    `json_build_array(${keys.map((key) => `${key}::text`).join(', ')})::text AS key`,
    identityColumns(catalogue, collection),
    ...aliased('l', linkTexts),
    ...aliased('v', Object.values(selected)),
  ];
  const rows = await session.query<SentRow>(
    `SELECT ${list.join(', ')} FROM ${catalogue.table(collection)} WHERE ${belongs}
      ORDER BY ${keys.join(', ')} LIMIT ${parameters.add(limits.rows + 1)}`,
    parameters.values,
  );
  if (rows.length > limits.rows) throw new ConnectorError('too-many-rows', register.id);
  return rows.map((row) => ({
    ...row,
    links: Object.fromEntries(linkNames.map((name, index) => [name, row[`l${index}`] ?? null])),
    values: Object.fromEntries(Object.keys(selected).map((name, index) => [name, row[`v${index}`] ?? null])),
  }));
};

/** The row with its owner. A row that the system returned although it is not the subject's stops everything. */
const withOwner = (session: Session, row: FetchedRow, subject: Subject, links: Links): TracedRow => {
  const linked = links.flatMap(({ column, owners }) => {
    const value = row.links[column];
    return typeof value === 'string' ? (owners.get(value) ?? []) : [];
  });
  const owner = ownerOf(session.register.id, row, subject) ?? linked[0];
  if (owner === undefined) throw new ConnectorError('foreign-row', session.register.id);
  return { ...row, owner };
};

/** A contact that another person has too cannot say whose a row without a person number is. */
const refuseSharedContacts = async (
  session: Session,
  collection: CollectionDefinition,
  subject: Subject,
  rows: readonly TracedRow[],
): Promise<void> => {
  const byContact = rows.filter(({ owner, person }) => owner.kind !== 'person' && (person ?? '') === '');
  if (byContact.length === 0 || collection.identity?.person === undefined || subject.person.size === 0) return;
  const { catalogue, register } = session;
  const parameters = new Parameters();
  const contacts = contactCondition(catalogue, collection, subject, parameters);
  const others = await session.query(
    `SELECT 1 FROM ${catalogue.table(collection)}
      WHERE ${contacts} AND NOT ${noPersonCondition(catalogue, collection)}
        AND NOT ${personCondition(catalogue, collection, [...subject.person], parameters)} LIMIT 1`,
    parameters.values,
  );
  if (others.length > 0) throw new ConnectorError('ambiguous-subject', register.id);
};

/**
 * Finds the subject's rows in every collection of the register: those that carry an identifier, then those that hang on
 * them. Errors: `too-many-rows`, `foreign-row`, `ambiguous-subject`.
 */
export const traceSubject = async (session: Session, subject: Subject, selection: Selection): Promise<Trace> => {
  const trace = new Map<string, readonly TracedRow[]>();
  const persons = new Set<string>();
  for (const collection of session.register.collections) {
    const links = ownersByLink(collection, trace);
    const fetched = await fetchRows(session, collection, subject, links, selection);
    const rows = fetched.map((row) => withOwner(session, row, subject, links));
    await refuseSharedContacts(session, collection, subject, rows);
    for (const { person } of rows) if (person !== null && person.trim() !== '') persons.add(person.trim());
    if (subject.person.size === 0 && persons.size > 1)
      throw new ConnectorError('ambiguous-subject', session.register.id);
    trace.set(collection.id, rows);
  }
  return trace;
};
