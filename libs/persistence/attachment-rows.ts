import { INSTANT_TEXT } from './database-time.js';
import { FILE_COLUMNS, fileFacts, fileValues, type FileFacts, type FileRow } from './file-rows.js';
import type { Sealer } from '#domain/sealer';
import type { SqlSession } from './database.js';

export interface NewAttachmentRow extends FileFacts {
  readonly id: string;
}

export interface StoredAttachment extends NewAttachmentRow {
  readonly addedAt: string;
}

export const insertAttachment = async (
  session: SqlSession,
  requestId: string,
  sealer: Sealer,
  { id, ...facts }: NewAttachmentRow,
): Promise<void> => {
  await session.query(
    `insert into attachment (id, request_id, ${FILE_COLUMNS}, created_at) values ($1, $2, $3, $4, $5, $6, $7, artikla.now())`,
    [id, requestId, ...fileValues(sealer, 'attachment', id, facts)],
  );
};

/** The attachments of a request, oldest first. */
export const listAttachments = async (
  session: SqlSession,
  requestId: string,
  sealer: Sealer,
): Promise<StoredAttachment[]> => {
  const rows = await session.query<FileRow & { readonly added_at: string }>(
    `select id, ${FILE_COLUMNS}, ${INSTANT_TEXT('created_at')} as added_at
     from attachment where request_id = $1 order by id`,
    [requestId],
  );
  return rows.map((row) => ({ id: row.id, ...fileFacts(sealer, 'attachment', row), addedAt: row.added_at }));
};
