import { Injectable } from '@nestjs/common';
import { Database } from '#persistence/database';
import { listDocuments, type StoredDocument } from '#persistence/document-rows';
import { Organisation } from '#persistence/organisation';
import { FileStorage } from '#storage/file-storage';
import type { RegisterContent } from '#connectors/connector';
import type { Localised } from '#domain/language';
import type { Right } from '#domain/law/rights';
import type { Sealer } from '#domain/sealer';
import type { ErasedData, KeptData } from '#letters/letter-parameters';
import type { PackageRecording } from './package.js';

interface StoredPlan {
  readonly lines: readonly {
    readonly register: string;
    readonly collection: Localised;
    readonly action: 'delete' | 'anonymise' | 'keep';
    readonly rows: number;
    readonly law: Localised | null;
    readonly until: string | null;
  }[];
}

const registerOf = ({ about }: StoredDocument): string => about.split('.')[1] ?? '';
const isAbout = (right: Right) => (document: StoredDocument) => document.about.startsWith(`${right}.`);

/** Reads back what fulfilment sealed for one right. */
@Injectable()
export class CollectedFiles {
  constructor(
    private readonly database: Database,
    private readonly storage: FileStorage,
    private readonly organisation: Organisation,
  ) {}

  async registers(requestId: string, right: Right, sealer: Sealer): Promise<RegisterContent[]> {
    const documents = await listDocuments(this.database, requestId, sealer, ['collected']);
    return Promise.all(
      documents.filter(isAbout(right)).map((document) => this.#json<RegisterContent>(document, sealer)),
    );
  }

  async recordings(requestId: string, right: Right, sealer: Sealer): Promise<PackageRecording[]> {
    const documents = await listDocuments(this.database, requestId, sealer, ['recording']);
    return Promise.all(
      documents.filter(isAbout(right)).map(async (document) => ({
        register: registerOf(document),
        name: document.name,
        mediaType: document.mediaType,
        bytes: await this.storage.get(document.storageKey, sealer),
      })),
    );
  }

  /** What an approved erasure did and what it left, in the words of the letter. */
  async erasure(requestId: string, sealer: Sealer): Promise<{ erased: ErasedData[]; kept: KeptData[] }> {
    const documents = await listDocuments(this.database, requestId, sealer, ['erasure_plan']);
    const plans = await Promise.all(documents.map((document) => this.#json<StoredPlan>(document, sealer)));
    const names = new Map((await this.organisation.registers()).map(({ id, name }) => [id, name]));
    const receipts = await listDocuments(this.database, requestId, sealer, ['erasure_receipt']);
    const carriedOut = new Set(receipts.map(registerOf));
    const lines = plans.flatMap((plan) => plan.lines).filter(({ rows }) => rows > 0);
    const erased: ErasedData[] = [];
    const kept: KeptData[] = [];
    for (const { register, collection: data, action, law, until } of lines) {
      const name = names.get(register) ?? { fi: register, sv: register, en: register };
      if (action !== 'keep') {
        // Only what a register has confirmed is told as erased.
        if (!carriedOut.has(register)) continue;
        erased.push({ register: name, data, method: action === 'delete' ? 'deleted' : 'anonymised' });
      } else if (law !== null) {
        kept.push({ register: name, data, law, until });
      }
    }
    return { erased, kept };
  }

  async #json<T>(document: StoredDocument, sealer: Sealer): Promise<T> {
    return JSON.parse(Buffer.from(await this.storage.get(document.storageKey, sealer)).toString('utf8')) as T;
  }
}
