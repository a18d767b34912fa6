import { INSTANT_TEXT } from './database-time.js';
import type { Sealer } from '#domain/sealer';
import type { SqlSession } from './database.js';

export interface NewAttachmentRow {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Hexadecimal, of the content before sealing. */
  readonly sha256: string;
  readonly storageKey: string;
}

export interface StoredAttachment extends NewAttachmentRow {
  readonly addedAt: string;
}

interface AttachmentRow {
  readonly id: string;
  readonly name_sealed: Buffer;
  readonly media_type: string;
  readonly bytes: number;
  readonly sha256: Buffer;
  readonly storage_key: string;
  readonly added_at: string;
}

const nameContext = (id: string): string => `attachment:${id}:name`;

export const insertAttachment = async (
  session: SqlSession,
  requestId: string,
  sealer: Sealer,
  { id, name, mediaType, bytes, sha256, storageKey }: NewAttachmentRow,
): Promise<void> => {
  await session.query(
    `insert into attachment (id, request_id, name_sealed, media_type, bytes, sha256, storage_key, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, artikla.now())`,
    [
      id,
      requestId,
      sealer.seal(Buffer.from(name), nameContext(id)),
      mediaType,
      bytes,
      Buffer.from(sha256, 'hex'),
      storageKey,
    ],
  );
};

/** The attachments of a request, oldest first. */
export const listAttachments = async (
  session: SqlSession,
  requestId: string,
  sealer: Sealer,
): Promise<StoredAttachment[]> => {
  const rows = await session.query<AttachmentRow>(
    `select id, name_sealed, media_type, bytes, sha256, storage_key, ${INSTANT_TEXT('created_at')} as added_at
     from attachment where request_id = $1 order by id`,
    [requestId],
  );
  return rows.map((row) => ({
    id: row.id,
    name: Buffer.from(sealer.open(row.name_sealed, nameContext(row.id))).toString('utf8'),
    mediaType: row.media_type,
    bytes: row.bytes,
    sha256: row.sha256.toString('hex'),
    storageKey: row.storage_key,
    addedAt: row.added_at,
  }));
};
