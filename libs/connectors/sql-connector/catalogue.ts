import { escapeIdentifier } from 'pg';
import { ConnectorError } from '../connector-error.js';
import type { FieldType } from '../connector.js';
import type { CollectionDefinition, RegisterDefinition } from './definition.js';

interface CatalogueColumn {
  /** The type as PostgreSQL spells it, without length: safe in SQL, because it comes from the catalogue itself. */
  readonly type: string;
  readonly isText: boolean;
  readonly notNull: boolean;
}

interface CatalogueRow extends CatalogueColumn {
  readonly table: string;
  readonly column: string;
}

const CATALOGUE_QUERY = `
  SELECT c.relname AS "table", a.attname AS "column", format_type(a.atttypid, NULL) AS "type",
         t.typcategory = 'S' AS "isText", a.attnotnull AS "notNull"
    FROM pg_attribute a
    JOIN pg_type t ON t.oid = a.atttypid
    JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
    JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE n.nspname = $1 AND c.relname = ANY($2::text[]) AND a.attnum > 0 AND NOT a.attisdropped`;

const NUMBERS = ['smallint', 'integer', 'bigint', 'numeric', 'real', 'double precision'];

const fieldType = (type: string): FieldType => {
  if (NUMBERS.includes(type)) return 'number';
  if (type === 'boolean') return 'boolean';
  if (type === 'date') return 'date';
  if (type === 'timestamp with time zone') return 'instant';
  return type === 'json' || type === 'jsonb' || type.endsWith('[]') ? 'json' : 'text';
};

/** Columns of a collection that the register's suppression list writes. */
const suppressionColumns = ({ suppression }: RegisterDefinition, id: string): string[] => {
  if (suppression === undefined) return [];
  const { list, consents } = suppression;
  return [
    ...(list.collection === id ? [list.kind, list.value, list.since] : []),
    ...consents.filter((each) => each.collection === id).flatMap((each) => [each.consented, each.withdrawnOn]),
  ];
};

/** All columns that a definition names for a collection, each once. */
const namedColumns = (register: RegisterDefinition, collection: CollectionDefinition): Set<string> => {
  const { identity } = collection;
  const links = register.collections.flatMap(({ belongsTo }) => belongsTo);
  const names = [
    ...collection.key,
    identity?.person,
    ...(identity?.email ?? []),
    ...(identity?.phone ?? []),
    ...(identity?.name ?? []),
    ...collection.belongsTo.map((link) => link.column),
    ...links.filter((link) => link.collection === collection.id).map((link) => link.references),
    ...collection.contacts.flatMap((contact) => [contact.column, contact.since]),
    collection.registeredOn,
    ...collection.columns.map((column) => column.name),
    collection.retention?.date,
    ...suppressionColumns(register, collection.id),
    ...collection.internal,
  ];
  return new Set(names.filter((name) => name !== undefined));
};

/** The tables of one register as they are. A name gets into SQL only through here, so only when it exists, and quoted. */
export class Catalogue {
  constructor(
    private readonly register: RegisterDefinition,
    private readonly columns: ReadonlyMap<string, ReadonlyMap<string, CatalogueColumn>>,
  ) {}

  table(collection: CollectionDefinition): string {
    return `${escapeIdentifier(this.register.schema)}.${escapeIdentifier(collection.table)}`;
  }

  column(collection: CollectionDefinition, name: string): string {
    this.find(collection, name);
    return escapeIdentifier(name);
  }

  type(collection: CollectionDefinition, name: string): string {
    return this.find(collection, name).type;
  }

  fieldType(collection: CollectionDefinition, name: string): FieldType {
    return fieldType(this.type(collection, name));
  }

  private find(collection: CollectionDefinition, name: string): CatalogueColumn {
    const table = this.columns.get(collection.table);
    if (table === undefined) throw this.wrong(`there is no table ${collection.table}`);
    const column = table.get(name);
    if (column === undefined) throw this.wrong(`table ${collection.table} has no column ${name}`);
    return column;
  }

  private wrong(detail: string): ConnectorError {
    return new ConnectorError('wrong-definition', this.register.id, detail);
  }

  /** Throws `wrong-definition` unless every name exists, every column is accounted for and every erasure is possible. */
  check(): void {
    for (const collection of this.register.collections) {
      const named = namedColumns(this.register, collection);
      for (const name of named) this.find(collection, name);
      for (const name of this.columns.get(collection.table)?.keys() ?? []) {
        // A column nobody described would be missing from every copy and survive every erasure.
        if (!named.has(name)) throw this.wrong(`column ${name} of table ${collection.table} is not described`);
      }
      this.checkColumns(collection);
    }
  }

  private checkColumns(collection: CollectionDefinition): void {
    for (const { name, erasure, file } of collection.columns) {
      const { type, isText, notNull } = this.find(collection, name);
      const where = `column ${name} of table ${collection.table}`;
      if ((type === 'bytea') !== (file !== undefined))
        throw this.wrong(`${where} must be bytea and a file, or neither`);
      if (erasure === 'clear' && notNull) throw this.wrong(`${where} cannot be cleared, because it may not be null`);
      if ((erasure === 'redact' || erasure === 'random') && !isText)
        throw this.wrong(`${where} is not text, so it cannot be overwritten with a word`);
    }
    if (collection.retention?.date !== undefined && this.type(collection, collection.retention.date) !== 'date')
      throw this.wrong(`column ${collection.retention.date} of table ${collection.table} must be a date`);
  }
}

/** Reads the catalogue through `query`, which is bound to one transaction. */
export const readCatalogue = async (
  register: RegisterDefinition,
  query: (text: string, values: unknown[]) => Promise<CatalogueRow[]>,
): Promise<Catalogue> => {
  const tables = register.collections.map(({ table }) => table);
  const columns = new Map<string, Map<string, CatalogueColumn>>();
  for (const { table, column, ...facts } of await query(CATALOGUE_QUERY, [register.schema, tables])) {
    columns.set(table, (columns.get(table) ?? new Map<string, CatalogueColumn>()).set(column, facts));
  }
  return new Catalogue(register, columns);
};
