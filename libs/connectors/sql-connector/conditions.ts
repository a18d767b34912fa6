import { normaliseEmail, normaliseStoredPhone, phoneSpellings } from '../identifier.js';
import type { Catalogue } from './catalogue.js';
import type { CollectionDefinition } from './definition.js';
import type { RowIdentity, Subject } from './subject.js';

/** Collects the values of a statement; what it returns stands for the value in the SQL. */
export class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** Conditions joined by OR; false when there are none, so that a missing identifier never means every row. */
export const anyOf = (conditions: readonly string[]): string =>
  conditions.length === 0 ? 'false' : `(${conditions.join(' OR ')})`;

/** Rows whose contact columns hold one of these, in whatever spelling. */
export const contactCondition = (
  catalogue: Catalogue,
  collection: CollectionDefinition,
  { email, phone }: Pick<Subject, 'email' | 'phone'>,
  parameters: Parameters,
): string => {
  const emails = collection.identity?.email ?? [];
  const phones = collection.identity?.phone ?? [];
  const conditions: string[] = [];
  if (email.size > 0 && emails.length > 0) {
    const values = parameters.add([...email]);
    conditions.push(
      ...emails.map((name) => `lower(btrim(${catalogue.column(collection, name)}::text)) = ANY(${values}::text[])`),
    );
  }
  if (phone.size > 0 && phones.length > 0) {
    const values = parameters.add([...phone].flatMap(phoneSpellings));
    conditions.push(
      ...phones.map(
        (name) =>
          `regexp_replace(${catalogue.column(collection, name)}::text, '[^0-9+]', '', 'g') = ANY(${values}::text[])`,
      ),
    );
  }
  return anyOf(conditions);
};

/** Rows that carry one of these person numbers. */
export const personCondition = (
  catalogue: Catalogue,
  collection: CollectionDefinition,
  persons: readonly string[],
  parameters: Parameters,
): string => {
  const name = collection.identity?.person;
  if (name === undefined || persons.length === 0) return 'false';
  return `${catalogue.column(collection, name)}::text = ANY(${parameters.add(persons)}::text[])`;
};

/** Rows that carry no person number, so that only their contacts say whose they are. */
export const noPersonCondition = (catalogue: Catalogue, collection: CollectionDefinition): string => {
  const name = collection.identity?.person;
  return name === undefined ? 'true' : `coalesce(btrim(${catalogue.column(collection, name)}::text), '') = ''`;
};

/** Select list for the identity of a row: `person`, `emails`, `phones`, as RowIdentity. */
export const identityColumns = (catalogue: Catalogue, collection: CollectionDefinition): string => {
  const { person, email, phone } = collection.identity ?? { email: [], phone: [] };
  const texts = (names: readonly string[]): string =>
    `ARRAY[${names.map((name) => `${catalogue.column(collection, name)}::text`).join(', ')}]::text[]`;
  return [
    `${person === undefined ? 'NULL' : catalogue.column(collection, person)}::text AS person`,
    `${texts(email)} AS emails`,
    `${texts(phone)} AS phones`,
  ].join(', ');
};

/** The contacts of a row in canonical form, with the kind before them (`email:…`), what cannot be read left out. */
export const contactsOf = ({ emails, phones }: RowIdentity): string[] => [
  ...emails.flatMap((value) => normaliseEmail(value ?? '') ?? []).map((value) => `email:${value}`),
  ...phones.flatMap((value) => normaliseStoredPhone(value ?? '') ?? []).map((value) => `phone:${value}`),
];
