import { ConnectorError } from '../connector-error.js';
import type {
  CollectedCollection,
  CollectedField,
  CollectedFile,
  CollectedRegister,
  CollectedRow,
  JsonValue,
} from '../connector.js';
import { Parameters } from './conditions.js';
import type { CollectionDefinition, ColumnDefinition } from './definition.js';
import { keyCondition } from './keys.js';
import type { Session } from './session.js';
import type { Subject } from './subject.js';
import { traceSubject, type TracedRow } from './trace.js';

/** Numbers that a JSON reader would round come as text, so that nothing the person is told is off by a digit. */
const EXACT_NUMBERS = ['bigint', 'numeric'];

const exactNumber = (text: JsonValue): JsonValue => (String(Number(text)) === text ? Number(text) : text);

/** How each column is fetched: files as their size, everything else as JSON. */
const selectionOf = (session: Session, collection: CollectionDefinition): Record<string, string> =>
  Object.fromEntries(
    collection.columns.map(({ name, file }) => {
      const column = session.catalogue.column(collection, name);
      if (file !== undefined) return [name, `octet_length(${column})`];
      const exact = EXACT_NUMBERS.includes(session.catalogue.type(collection, name));
      return [name, exact ? `${column}::text` : `to_json(${column})`];
    }),
  );

const fieldsOf = (session: Session, collection: CollectionDefinition): CollectedField[] =>
  collection.columns.map(({ name, label, file }) => ({
    name,
    label,
    type: file === undefined ? session.catalogue.fieldType(collection, name) : 'file',
  }));

/** Files are named by their place, never by anything in the data. */
const fileName = (collection: CollectionDefinition, { name, file }: ColumnDefinition, index: number): string =>
  `${collection.id}-${index + 1}-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.${file?.extension}`;

const readRow = (
  session: Session,
  collection: CollectionDefinition,
  { owner, values }: TracedRow,
  index: number,
): CollectedRow => {
  const read = (column: ColumnDefinition): JsonValue => {
    const value = values[column.name] ?? null;
    if (column.file !== undefined) return value === null ? null : fileName(collection, column, index);
    const exact = EXACT_NUMBERS.includes(session.catalogue.type(collection, column.name));
    return exact ? exactNumber(value) : value;
  };
  return { owner, values: Object.fromEntries(collection.columns.map((column) => [column.name, read(column)])) };
};

const collectFiles = async (
  session: Session,
  collection: CollectionDefinition,
  rows: readonly TracedRow[],
): Promise<CollectedFile[]> => {
  const files: CollectedFile[] = [];
  for (const column of collection.columns.filter(({ file }) => file !== undefined)) {
    for (const [index, { key, values }] of rows.entries()) {
      if ((values[column.name] ?? null) === null) continue;
      const parameters = new Parameters();
      const [found] = await session.query<{ bytes: Uint8Array | null }>(
        `SELECT ${session.catalogue.column(collection, column.name)} AS bytes
           FROM ${session.catalogue.table(collection)} WHERE ${keyCondition(session.catalogue, collection, [key], parameters)}`,
        parameters.values,
      );
      const mediaType = column.file?.mediaType ?? '';
      if (found?.bytes) files.push({ name: fileName(collection, column, index), mediaType, bytes: found.bytes });
    }
  }
  return files;
};

/** Everything the register holds about the subject, as one moment shows it. */
export const collect = async (session: Session, subject: Subject): Promise<CollectedRegister> => {
  const { register, limits } = session;
  const trace = await traceSubject(session, subject, (collection) => selectionOf(session, collection));
  const rowsOf = (collection: CollectionDefinition): readonly TracedRow[] => trace.get(collection.id) ?? [];

  const sizes = register.collections.flatMap((collection) => {
    const fileColumns = collection.columns.filter(({ file }) => file !== undefined);
    return rowsOf(collection).flatMap(({ values }) => fileColumns.map(({ name }) => Number(values[name] ?? 0)));
  });
  if (sizes.reduce((sum, size) => sum + size, 0) > limits.fileBytes) throw new ConnectorError('too-large', register.id);

  const collections: CollectedCollection[] = [];
  const files: CollectedFile[] = [];
  for (const collection of register.collections) {
    const rows = rowsOf(collection);
    collections.push({
      id: collection.id,
      name: collection.name,
      fields: fieldsOf(session, collection),
      rows: rows.map((row, index) => readRow(session, collection, row, index)),
    });
    files.push(...(await collectFiles(session, collection, rows)));
  }
  return { id: register.id, name: register.name, dataClass: register.dataClass, collections, files };
};
