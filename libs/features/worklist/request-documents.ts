import { randomUUIDv7 } from 'node:crypto';
import { BadRequestException, ConflictException, Injectable } from '@nestjs/common';
import { insertAttachment, listAttachments } from '#persistence/attachment-rows';
import { Database } from '#persistence/database';
import { INSTANT_TEXT } from '#persistence/database-time';
import { listDocuments } from '#persistence/document-rows';
import { isRefusal } from '#domain/request/refusal';
import { isConflict, Ledger } from '#persistence/ledger';
import { FileStorage } from '#storage/file-storage';
import { formOf, mediaTypeOf } from './file-kinds.js';
import type { NewAttachment, RequestDocument } from '#contracts/correspondence';
import type { Actor } from '#domain/request/actor';
import type { RequestFile } from './request-file.js';

const LARGEST_BYTES = 10_000_000;
const MOST_ATTACHMENTS = 20;

/** A file of a request, opened. */
export interface OpenedDocument {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

interface Listed {
  readonly document: RequestDocument;
  readonly storageKey: string;
}

/** Every file of a request that staff may open: what is given out, recordings that were collected, and what came with it. */
@Injectable()
export class RequestDocuments {
  constructor(
    private readonly database: Database,
    private readonly storage: FileStorage,
    private readonly ledger: Ledger,
  ) {}

  async list(file: RequestFile): Promise<RequestDocument[]> {
    return (await this.#listed(file)).map(({ document }) => document);
  }

  /** Null for what is no file of this request, and once its person has been forgotten. */
  async open(file: RequestFile, id: string): Promise<OpenedDocument | null> {
    const found = (await this.#listed(file)).find(({ document }) => document.id === id);
    if (found === undefined || file.content === null) return null;
    const { name, mediaType } = found.document;
    return { id, name, mediaType, content: await this.storage.get(found.storageKey, file.content.sealer) };
  }

  /**
   * Keeps a file sealed, and in the ledger that it was added with its hash. Throws 400 `file-too-large` and
   * `file-kind-not-taken`, 409 `too-many-files` and `person-forgotten`.
   */
  async attach(file: RequestFile, { name, content }: NewAttachment, actor: Actor): Promise<void> {
    const bytes = Buffer.from(content, 'base64');
    const mediaType = mediaTypeOf(bytes);
    if (bytes.byteLength > LARGEST_BYTES) throw wrongFile('file-too-large');
    if (mediaType === null) throw wrongFile('file-kind-not-taken');
    if (file.content === null) throw new ConflictException({ code: 'person-forgotten' });
    const { sealer } = file.content;
    const attachments = await listAttachments(this.database, file.id, sealer);
    if (attachments.length >= MOST_ATTACHMENTS) throw new ConflictException({ code: 'too-many-files' });
    const id = randomUUIDv7();
    const stored = await this.storage.put(`attachments/${file.id}/${id}`, bytes, sealer);
    const { sha256, key: storageKey } = stored;
    const outcome = await this.ledger.apply(file.id, { type: 'addAttachment', document: id, sha256 }, actor, {
      alongside: (session) =>
        insertAttachment(session, file.id, sealer, { id, name, mediaType, bytes: stored.bytes, sha256, storageKey }),
    });
    if (isRefusal(outcome)) throw new ConflictException({ code: outcome.refused });
    if (isConflict(outcome)) throw new ConflictException({ code: 'version-outdated' });
  }

  async #listed({ id: requestId, content }: RequestFile): Promise<Listed[]> {
    if (content === null) return [];
    const [documents, attachments, times] = await Promise.all([
      listDocuments(this.database, requestId, content.sealer, ['package', 'recording']),
      listAttachments(this.database, requestId, content.sealer),
      this.#addedAt(requestId),
    ]);
    const listed = [
      ...documents.map((one) => ({ ...one, addedAt: times.get(one.id) ?? '' })),
      ...attachments.map((one) => ({ ...one, kind: 'attachment' as const })),
    ];
    return listed.map(({ id, kind, name, mediaType, bytes, addedAt, storageKey }) => ({
      document: {
        id,
        kind: kind === 'package' || kind === 'recording' ? kind : 'attachment',
        name,
        mediaType,
        bytes,
        addedAt,
        form: formOf(mediaType),
      },
      storageKey,
    }));
  }

  async #addedAt(requestId: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.query<{ id: string; at: string }>(
      `select id, ${INSTANT_TEXT('created_at')} as at from document where request_id = $1`,
      [requestId],
    );
    return new Map(rows.map(({ id, at }) => [id, at]));
  }
}

const wrongFile = (code: string): BadRequestException =>
  new BadRequestException({ code, errors: [{ path: 'content', message: code }] });
