import { randomUUIDv7 } from 'node:crypto';
import { FILE_COLUMNS, fileFacts, fileValues, type FileFacts, type FileRow } from './file-rows.js';
import type { Sealer } from '#domain/sealer';
import type { DocumentKind } from './entities/document.js';
import type { SqlSession } from './database.js';

export interface NewDocument extends FileFacts {
  readonly kind: DocumentKind;
  /** The task that brought it, or the right it answers. */
  readonly about: string;
}

export interface StoredDocument extends NewDocument {
  readonly id: string;
  readonly downloads: number;
}

interface DocumentRow extends FileRow {
  readonly kind: DocumentKind;
  readonly about: string;
  readonly downloads: number;
}

/** Registers files of a request; a file registered before by the same effect is left as it is. */
export const insertDocuments = async (
  session: SqlSession,
  requestId: string,
  sealer: Sealer,
  documents: readonly NewDocument[],
): Promise<void> => {
  for (const { kind, about, ...facts } of documents) {
    const id = randomUUIDv7();
    await session.query(
      `insert into document (id, request_id, kind, about, ${FILE_COLUMNS}, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, artikla.now()) on conflict do nothing`,
      [id, requestId, kind, about, ...fileValues(sealer, 'document', id, facts)],
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
    `select id, kind, about, ${FILE_COLUMNS}, downloads from document
     where request_id = $1 and kind = any ($2::text[]) order by id`,
    [requestId, kinds],
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    about: row.about,
    ...fileFacts(sealer, 'document', row),
    downloads: row.downloads,
  }));
};
