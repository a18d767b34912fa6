import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { erasureLine, type RequestPage, type RightView } from '#contracts/request-page';
import { dutiesOf } from '#domain/request/duties';
import { requestStage } from '#domain/request/decide';
import { Database } from '#persistence/database';
import { listDocuments } from '#persistence/document-rows';
import { Organisation } from '#persistence/organisation';
import { FileStorage } from '#storage/file-storage';
import { clockView } from './clock-view.js';
import { findingViews } from './finding-view.js';
import { listFailures } from './failures.js';
import { permitsOf } from './permits.js';
import { identityView, personView } from './person-view.js';
import { rightViews, type RightMaterial } from './right-view.js';
import { readStoredJson } from './stored-json.js';
import { timelineOf } from './timeline.js';
import type { StaffMember } from '#contracts/staff-access';
import type { StoredDocument } from '#persistence/document-rows';
import type { RequestFile } from './request-file.js';

const storedPlan = z.object({ lines: z.array(erasureLine) });

/** Everything the screen of one request shows to one reader. */
@Injectable()
export class RequestPages {
  constructor(
    private readonly database: Database,
    private readonly organisation: Organisation,
    private readonly storage: FileStorage,
  ) {}

  /** `revealed`: contacts unmasked, which the caller has written down. */
  async compose(file: RequestFile, reader: StaffMember, revealed = false): Promise<RequestPage> {
    const { state, standing, today, now, content } = file;
    const [material, assignee, { recordOfProcessing: record }] = await Promise.all([
      this.#material(file, reader),
      this.#staffName(state.assignee),
      this.organisation.controller(),
    ]);
    const { action, by, on } = standing.nextAction;
    const actor = { kind: 'staff', id: reader.id, role: reader.role } as const;
    return {
      reference: state.reference,
      version: file.version,
      stage: requestStage(state),
      frozen: state.frozen,
      channel: state.channel,
      language: state.language,
      person: personView(file, revealed),
      words: content?.person.words ?? '',
      identity: identityView(file, revealed, material.registerName),
      rights: rightViews(file, material),
      failures: [...material.failures],
      clock: clockView(state, standing, file),
      findings: findingViews(state),
      duties: dutiesOf(state, record),
      nextAction: { action, by, on: on?.toString() ?? null },
      assignee,
      permits: permitsOf(state, { now, today, actor, deadlines: standing.deadlines }),
      timeline: timelineOf(file),
    };
  }

  async #material(file: RequestFile, { language }: StaffMember): Promise<RightMaterial> {
    const [registers, documents, failures] = await Promise.all([
      this.organisation.registers(),
      this.#documents(file),
      listFailures(this.database, file),
    ]);
    const names = new Map(registers.map(({ id, name }) => [id, name[language]]));
    return {
      registerName: (id) => names.get(id) ?? id,
      packages: documents.filter(({ kind }) => kind === 'package'),
      plans: await this.#plans(file, documents),
      failures,
    };
  }

  async #documents({ id, content }: RequestFile): Promise<StoredDocument[]> {
    return content === null ? [] : listDocuments(this.database, id, content.sealer, ['package', 'erasure_plan']);
  }

  /** A task that ran again made its plan anew: the newest one counts. */
  async #plans({ content }: RequestFile, documents: readonly StoredDocument[]): Promise<RightMaterial['plans']> {
    const plans = new Map<string, RightView['erasurePlan']>();
    for (const { kind, about, storageKey } of content === null ? [] : documents) {
      if (kind !== 'erasure_plan' || content === null) continue;
      const { lines } = await readStoredJson(this.storage, storageKey, content.sealer, storedPlan);
      plans.set(about, lines);
    }
    return plans;
  }

  async #staffName(id: string | null): Promise<RequestPage['assignee']> {
    const [row] = await this.database.query<{ id: string; name: string }>(
      'select id, name from staff_user where id = $1',
      [id],
    );
    return row ?? null;
  }
}
