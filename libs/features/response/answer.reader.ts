import { Injectable } from '@nestjs/common';
import { PORTAL_PATHS, type PortalPages } from '#contracts/portal-pages';
import { civilDateOf } from '#domain/time-source';
import { Database } from '#persistence/database';
import { DatabaseTime } from '#persistence/database-time';
import { listDocuments, type StoredDocument } from '#persistence/document-rows';
import { LINK_DAYS } from '#persistence/identity-checks';
import { Ledger } from '#persistence/ledger';
import { RequestContent } from '#persistence/request-content';
import { FileStorage } from '#storage/file-storage';
import type { Language } from '#domain/language';
import type { Sealer } from '#domain/sealer';

/** The letter as plain text is shown on the page; its file would say the same again. */
const SHOWN_ON_PAGE = 'text/plain';

const availableUntil = (answeredOn: string): Temporal.PlainDate =>
  Temporal.PlainDate.from(answeredOn).add({ days: LINK_DAYS.answer });

export interface AnswerFileContent {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/** What a person who proved their secret code sees of an answer. */
@Injectable()
export class AnswerReader {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly content: RequestContent,
    private readonly storage: FileStorage,
    private readonly time: DatabaseTime,
  ) {}

  /** The page of an answered right; null when there is none. */
  async page(requestId: string, right: string, language: Language): Promise<PortalPages['answer'] | null> {
    const { state } = await this.ledger.read(requestId);
    const answered = state.rights.find((one) => one.right === right);
    if (!answered?.answeredOn || answered.ending === null) return null;
    const until = availableUntil(answered.answeredOn);
    if (await this.#isPast(until, state.timeZone)) return null;
    const sealer = await this.content.sealer(requestId);
    const documents = await this.#documents(requestId, right, sealer);
    const letter = documents.find(({ mediaType }) => mediaType === SHOWN_ON_PAGE);
    if (letter === undefined) return null;
    const letterText = Buffer.from(await this.storage.get(letter.storageKey, sealer)).toString('utf8');
    return {
      reference: state.reference,
      right: answered.right,
      outcome: answered.ending,
      letterText,
      files: documents
        .filter(({ mediaType }) => mediaType !== SHOWN_ON_PAGE)
        .map(({ id, name, mediaType, bytes }) => ({ id, name, mediaType, bytes })),
      downloadAction: `/${language}${PORTAL_PATHS.download.replace(':right', right)}`,
      availableUntil: until.toString(),
    };
  }

  /** One file of an answered right; null when it is not one of its files. */
  async file(requestId: string, right: string, id: string): Promise<AnswerFileContent | null> {
    const { state } = await this.ledger.read(requestId);
    const answeredOn = state.rights.find((one) => one.right === right)?.answeredOn ?? null;
    if (answeredOn === null || (await this.#isPast(availableUntil(answeredOn), state.timeZone))) return null;
    const sealer = await this.content.sealer(requestId);
    const document = (await this.#documents(requestId, right, sealer)).find((one) => one.id === id);
    if (document === undefined) return null;
    const { name, mediaType, storageKey } = document;
    return { id, name, mediaType, content: await this.storage.get(storageKey, sealer) };
  }

  async #isPast(date: Temporal.PlainDate, timeZone: string): Promise<boolean> {
    return Temporal.PlainDate.compare(civilDateOf(await this.time.now(), timeZone), date) > 0;
  }

  async #documents(requestId: string, right: string, sealer: Sealer): Promise<StoredDocument[]> {
    const documents = await listDocuments(this.database, requestId, sealer, ['package']);
    return documents.filter(({ about }) => about === right);
  }
}
