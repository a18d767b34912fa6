import type { Sealer } from '#domain/sealer';

/** What is kept of a file beside its content. */
export interface FileFacts {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Hexadecimal, of the content before sealing. */
  readonly sha256: string;
  readonly storageKey: string;
}

export interface FileRow {
  readonly id: string;
  readonly name_sealed: Buffer;
  readonly media_type: string;
  /** A bigint comes as text. */
  readonly bytes: string | number;
  readonly sha256: Buffer;
  readonly storage_key: string;
}

/** The tables that hold files of requests; a sealed name opens only in the row that it was sealed for. */
type FileTable = 'attachment' | 'document';

export const FILE_COLUMNS = 'name_sealed, media_type, bytes, sha256, storage_key';

const nameContext = (table: FileTable, id: string): string => `${table}:${id}:name`;

/** Values for `FILE_COLUMNS`, in their order. */
export const fileValues = (
  sealer: Sealer,
  table: FileTable,
  id: string,
  { name, mediaType, bytes, sha256, storageKey }: FileFacts,
) => [sealer.seal(Buffer.from(name), nameContext(table, id)), mediaType, bytes, Buffer.from(sha256, 'hex'), storageKey];

/** The other way round. */
export const fileFacts = (sealer: Sealer, table: FileTable, row: FileRow): FileFacts => ({
  name: Buffer.from(sealer.open(row.name_sealed, nameContext(table, row.id))).toString('utf8'),
  mediaType: row.media_type,
  bytes: Number(row.bytes),
  sha256: row.sha256.toString('hex'),
  storageKey: row.storage_key,
});
