import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ConnectorError } from '#connectors/connector-error';
import { ConnectorDirectory } from '#connectors/directory';
import { findTask } from '#domain/request/tasks';
import { civilDateOf } from '#domain/time-source';
import { Database } from '#persistence/database';
import { DatabaseTime } from '#persistence/database-time';
import { insertDocuments, listDocuments, type NewDocument } from '#persistence/document-rows';
import { RequestContent } from '#persistence/request-content';
import { EffectFailure } from '#queue/effect-failure';
import { FileStorage } from '#storage/file-storage';
import { marketingContacts, provenIdentifiers } from './subject.js';
import { TASK_WORK, type TaskInput, type TaskOutput } from './task-work.js';
import type { ErasurePlan } from '#connectors/connector';
import type { Sealer } from '#domain/sealer';
import type { SubjectRequest, Task } from '#domain/request/state';
import type { EffectHandler, EffectResult } from '#queue/effect-handler';
import type { ClaimedEffect } from '#queue/effect-rows';
import type { EnterLane } from '#queue/lanes';

/**
 * Does one register's work for one right and seals what it brought. It may run twice after a crash: reading again is
 * harmless, erasing and banning again change nothing, and files land under the same keys.
 */
@Injectable()
export class RunTask implements EffectHandler<'run-task'> {
  readonly kind = 'run-task';

  constructor(
    private readonly connectors: ConnectorDirectory,
    private readonly content: RequestContent,
    private readonly storage: FileStorage,
    private readonly database: Database,
    private readonly time: DatabaseTime,
  ) {}

  async run(effect: ClaimedEffect<'run-task'>, request: SubjectRequest, enter: EnterLane): Promise<EffectResult> {
    const { requestId, data } = effect;
    const task = findTask(request, data.task);
    if (task === undefined || task.kind === 'manual') throw new EffectFailure('no-such-task', false);
    await enter({ kind: 'register', key: task.register });
    const sealer = await this.content.sealer(requestId);
    const output = await this.#work(task, await this.#input(requestId, request, task, sealer));
    const documents = await this.#seal(effect, task, output, sealer);
    return {
      command: {
        type: 'recordTask',
        task: task.id,
        result: output.result,
        rows: output.rows,
        files: output.files.filter(({ kind }) => kind === 'recording').length,
      },
      alongside: (session) => insertDocuments(session, requestId, sealer, documents),
    };
  }

  async #input(requestId: string, request: SubjectRequest, task: Task, sealer: Sealer): Promise<TaskInput> {
    const connector = await this.connectors.of(task.register);
    if (connector === undefined) throw new EffectFailure('no-connector', false);
    const person = await this.content.person(requestId, sealer);
    return {
      connector,
      subject: provenIdentifiers(request, person, await this.content.located(requestId, sealer)),
      contacts: marketingContacts(person),
      today: civilDateOf(await this.time.now(), request.timeZone).toString(),
      approvedPlan: () => this.#plan(requestId, task, sealer),
    };
  }

  async #work(task: Task, input: TaskInput): Promise<TaskOutput> {
    try {
      return await TASK_WORK[task.kind as keyof typeof TASK_WORK](input);
    } catch (error) {
      if (error instanceof ConnectorError) throw new EffectFailure(error.code, error.retry);
      throw error;
    }
  }

  async #plan(requestId: string, task: Task, sealer: Sealer): Promise<ErasurePlan> {
    const plans = await listDocuments(this.database, requestId, sealer, ['erasure_plan']);
    const ours = plans.findLast(({ about }) => about.startsWith(`${task.right}.${task.register}.`));
    if (ours === undefined) throw new EffectFailure('no-erasure-plan', false);
    const stored = await this.storage.get(ours.storageKey, sealer);
    return (JSON.parse(Buffer.from(stored).toString('utf8')) as { plan: ErasurePlan }).plan;
  }

  async #seal(effect: ClaimedEffect, task: Task, output: TaskOutput, sealer: Sealer): Promise<NewDocument[]> {
    const folder = createHash('sha256').update(effect.id).digest('hex').slice(0, 32);
    const documents: NewDocument[] = [];
    for (const [index, { kind, name, mediaType, content }] of output.files.entries()) {
      const stored = await this.storage.put(`${effect.requestId}/${folder}/${index}`, content, sealer);
      const { key: storageKey, bytes, sha256 } = stored;
      documents.push({ kind, about: task.id, name, mediaType, bytes, sha256, storageKey });
    }
    return documents;
  }
}
