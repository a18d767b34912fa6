import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { findRight } from '#domain/request/tasks';
import { civilDateOf } from '#domain/time-source';
import { Database } from '#persistence/database';
import { DatabaseTime } from '#persistence/database-time';
import { forgetDocuments, insertDocuments, type NewDocument } from '#persistence/document-rows';
import { ownTexts } from '#persistence/own-texts';
import { Organisation } from '#persistence/organisation';
import { RequestContent } from '#persistence/request-content';
import { Turns } from '#persistence/turns';
import { EffectFailure } from '#queue/effect-failure';
import { FileStorage } from '#storage/file-storage';
import { CollectedFiles } from './collected-files.js';
import { decisionLetter, type DecisionWords } from './decision-letter.js';
import { guardPackage } from './package-guard.js';
import { packageTexts, registerFacts } from './package-texts.js';
import { buildPackage, type PackageFile } from './package.js';
import { zipPackage } from './zip.js';
import type { RegisterContent } from '#connectors/connector';
import type { RecordOfProcessing } from '#domain/record-of-processing';
import type { Right } from '#domain/law/rights';
import type { ProvenIdentifier } from '#connectors/identifier';
import type { RenderedLetter } from '#letters/render-letter';
import type { Sealer } from '#domain/sealer';
import type { SubjectRequest } from '#domain/request/state';
import type { EffectHandler, EffectResult } from '#queue/effect-handler';
import type { ClaimedEffect } from '#queue/effect-rows';

/** Rights whose answer carries the data itself. */
const WITH_DATA: readonly Right[] = ['access', 'portability'];

/** Ids of the activities in the record of processing that use a register, by register. */
type ActivitiesOf = Readonly<Record<string, readonly string[]>>;

/** The information of art. 15(1) must be about this person: only activities whose registers hold something of theirs. */
const aboutThePerson = (
  record: RecordOfProcessing,
  collected: readonly RegisterContent[],
  activitiesOf: ActivitiesOf,
): RecordOfProcessing => {
  const holding = collected.filter(({ collections }) => collections.some(({ rows }) => rows.length > 0));
  const used = new Set(holding.flatMap(({ id }) => activitiesOf[id] ?? []));
  return { ...record, activities: record.activities.filter(({ id }) => used.has(id)) };
};

/** Recordings and files of an answer are held in memory while it is built. */
const AT_A_TIME = 4;

interface Answer {
  readonly letter: RenderedLetter;
  readonly files: readonly PackageFile[];
}

/** Builds the answer to one approved right: its letter, and for access and portability the data, guarded and sealed. */
@Injectable()
export class BuildAnswer implements EffectHandler<'build-package'> {
  readonly kind = 'build-package';
  readonly #turns = new Turns(AT_A_TIME);

  constructor(
    private readonly organisation: Organisation,
    private readonly content: RequestContent,
    private readonly collected: CollectedFiles,
    private readonly storage: FileStorage,
    private readonly database: Database,
    private readonly time: DatabaseTime,
  ) {}

  run(effect: ClaimedEffect<'build-package'>, request: SubjectRequest): Promise<EffectResult> {
    return this.#turns.take(() => this.#build(effect, request));
  }

  async #build(effect: ClaimedEffect<'build-package'>, request: SubjectRequest): Promise<EffectResult> {
    const { requestId } = effect;
    const right = effect.data.right as Right;
    const sealer = await this.content.sealer(requestId);
    const now = await this.time.now();
    const today = civilDateOf(now, request.timeZone).toString();
    const answer = await this.#answer(requestId, request, right, sealer, today);
    const documents = await this.#store(effect, request, answer, sealer, now);
    return {
      command: {
        type: 'recordPackage',
        right,
        documents: documents.length,
        manifest: answer.files.find(({ path }) => path === 'manifest.json')?.sha256 ?? '',
      },
      alongside: async (session) => {
        // An answer that was sent back and decided anew takes the place of the one before.
        await forgetDocuments(session, requestId, 'package', right);
        await insertDocuments(session, requestId, sealer, documents);
      },
    };
  }

  async #answer(
    requestId: string,
    request: SubjectRequest,
    right: Right,
    sealer: Sealer,
    today: string,
  ): Promise<Answer> {
    const decision = findRight(request, right)?.decision;
    if (!decision) throw new EffectFailure('not-decided', false);
    const controller = await this.organisation.controller();
    const activitiesOf = await this.#activities();
    const collected = await this.collected.registers(requestId, right, sealer);
    const letter = decisionLetter({
      language: request.language,
      controller: controller.profile,
      reference: request.reference,
      receivedOn: request.receivedOn,
      today,
      right,
      decision,
      written: (await this.content.latest<DecisionWords>(requestId, sealer, 'rightDecided', right)) ?? { words: '' },
      record: aboutThePerson(controller.recordOfProcessing, collected, activitiesOf),
      own: await ownTexts(this.database, controller.id, request.language),
      reviewer: await this.#nameOf(decision.by),
      ...(await this.collected.erasure(requestId, sealer)),
    });
    const gives = WITH_DATA.includes(right) && (decision.outcome === 'granted' || decision.outcome === 'partly');
    if (!gives) return { letter, files: [] };
    const recordings = await this.collected.recordings(requestId, right, sealer);
    await this.#guard(requestId, request, sealer, { registers: collected, recordings }, controller.profile);
    const files = buildPackage({
      reference: request.reference,
      language: request.language,
      controllerName: controller.name,
      collectedOn: today,
      timeZone: request.timeZone,
      letterHtml: letter.html,
      registers: collected,
      recordings,
      facts: registerFacts(controller.recordOfProcessing, activitiesOf, request.language),
      texts: packageTexts(request.language),
    });
    return { letter, files };
  }

  async #activities(): Promise<ActivitiesOf> {
    return Object.fromEntries((await this.organisation.registers()).map(({ id, activities }) => [id, activities]));
  }

  /** Nothing leaves that is not the subject's: a finding that stops leaves the effect dead for an officer to look at. */
  async #guard(
    requestId: string,
    request: SubjectRequest,
    sealer: Sealer,
    content: Pick<Parameters<typeof guardPackage>[0], 'registers' | 'recordings'>,
    profile: { readonly email: string; readonly phone: string },
  ): Promise<void> {
    const person = await this.content.person(requestId, sealer);
    const located = await this.content.located(requestId, sealer);
    const chosen = located?.candidates[located.chosen ?? -1];
    const subject: ProvenIdentifier[] = [
      ...(chosen === undefined ? [] : [{ kind: 'person', value: chosen.person, status: 'on_file' } as const]),
      ...(chosen?.contacts ?? []).map(({ kind, value }) => ({ kind, value, status: 'on_file' }) as const),
      ...(request.contactConfirmed && person.email !== null
        ? [{ kind: 'email', value: person.email, status: 'verified' } as const]
        : []),
    ];
    const findings = guardPackage({ ...content, subject, impersonal: [profile.email, profile.phone] });
    if (findings.some(({ stops }) => stops)) throw new EffectFailure('package-holds-foreign-data', false);
  }

  async #store(
    effect: ClaimedEffect,
    { reference }: SubjectRequest,
    { letter, files }: Answer,
    sealer: Sealer,
    now: Temporal.Instant,
  ): Promise<NewDocument[]> {
    const folder = createHash('sha256').update(effect.id).digest('hex').slice(0, 32);
    const about = (effect.data as { right: string }).right;
    const parts = [
      { name: `${reference}.html`, mediaType: 'text/html', content: Buffer.from(letter.html) },
      { name: `${reference}.txt`, mediaType: 'text/plain', content: Buffer.from(letter.text) },
      ...(files.length === 0
        ? []
        : [{ name: `${reference}.zip`, mediaType: 'application/zip', content: await zipPackage(files, now) }]),
    ];
    const documents: NewDocument[] = [];
    for (const [index, { name, mediaType, content }] of parts.entries()) {
      const stored = await this.storage.put(`${effect.requestId}/${folder}/${index}`, content, sealer);
      const { key: storageKey, bytes, sha256 } = stored;
      documents.push({ kind: 'package', about, name, mediaType, bytes, sha256, storageKey });
    }
    return documents;
  }

  async #nameOf(actor: string): Promise<string> {
    const [row] = await this.database.query<{ name: string }>('select name from staff_user where id::text = $1', [
      actor.replace('staff:', ''),
    ]);
    return row?.name ?? '';
  }
}
