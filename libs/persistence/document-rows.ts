import { randomUUIDv7 } from 'node:crypto';
import type { Sealer } from '#domain/sealer';
import type { DocumentKind } from './entities/document.js';
import type { SqlSession } from './database.js';

export interface NewDocument {
  readonly kind: DocumentKind;
  /** The task that brought it, or the right it answers. */
  readonly about: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Hexadecimal, of the content before sealing. */
  readonly sha256: string;
  readonly storageKey: string;
}

export interface StoredDocument extends NewDocument {
  readonly id: string;
  readonly downloads: number;
}

interface DocumentRow {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly about: string;
  readonly name_sealed: Buffer;
  readonly media_type: string;
  readonly bytes: string;
  readonly sha256: Buffer;
  readonly storage_key: string;
  readonly downloads: number;
}

const nameContext = (id: string): string => `document:${id}:name`;

/** Registers files of a request; a file registered before by the same effect is left as it is. */
export const insertDocuments = async (
  session: SqlSession,
  requestId: string,
  sealer: Sealer,
  documents: readonly NewDocument[],
): Promise<void> => {
  for (const { kind, about, name, mediaType, bytes, sha256, storageKey } of documents) {
    const id = randomUUIDv7();
    await session.query(
      `insert into document (id, request_id, kind, about, name_sealed, media_type, bytes, sha256, storage_key, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, artikla.now()) on conflict do nothing`,
      [
        id,
        requestId,
        kind,
        about,
        sealer.seal(Buffer.from(name), nameContext(id)),
        mediaType,
        bytes,
        Buffer.from(sha256, 'hex'),
        storageKey,
      ],
    );
  }
};

/** Takes files of a request out of its register of files; what lies in storage opens for nobody any more. */
export const forgetDocuments = async (
  session: SqlSession,
  requestId: string,
  kind: DocumentKind,
  about: string,
): Promise<void> => {
  await session.query('delete from document where request_id = $1 and kind = $2 and about = $3', [
    requestId,
    kind,
    about,
  ]);
};

/** The files of a request of some kinds, oldest first. */
export const listDocuments = async (
  session: SqlSession,
  requestId: string,
  sealer: Sealer,
  kinds: readonly DocumentKind[],
): Promise<StoredDocument[]> => {
  const rows = await session.query<DocumentRow>(
    `select id, kind, about, name_sealed, media_type, bytes, sha256, storage_key, downloads from document
     where request_id = $1 and kind = any ($2::text[]) order by id`,
    [requestId, kinds],
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    about: row.about,
    name: Buffer.from(sealer.open(row.name_sealed, nameContext(row.id))).toString('utf8'),
    mediaType: row.media_type,
    bytes: Number(row.bytes),
    sha256: row.sha256.toString('hex'),
    storageKey: row.storage_key,
    downloads: row.downloads,
  }));
};
