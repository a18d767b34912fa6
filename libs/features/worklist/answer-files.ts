import { Injectable } from '@nestjs/common';
import { Database } from '#persistence/database';
import { listDocuments } from '#persistence/document-rows';
import { FileStorage } from '#storage/file-storage';
import type { RequestFile } from './request-file.js';

export interface AnswerFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/** The files of a request's answers, opened. */
@Injectable()
export class AnswerFiles {
  constructor(
    private readonly database: Database,
    private readonly storage: FileStorage,
  ) {}

  /** Null for what is no file of an answer to this request, and once its person has been forgotten. */
  async open({ id: requestId, content }: RequestFile, id: string): Promise<AnswerFile | null> {
    if (content === null) return null;
    const documents = await listDocuments(this.database, requestId, content.sealer, ['package']);
    const document = documents.find((one) => one.id === id);
    if (document === undefined) return null;
    const { name, mediaType, storageKey } = document;
    return { id, name, mediaType, content: await this.storage.get(storageKey, content.sealer) };
  }
}
