import { OnWorkerEvent, WorkerHost } from '@nestjs/bullmq';
import { Injectable, Logger } from '@nestjs/common';
import { z } from 'zod';
import { EffectRunner } from './effect-runner.js';
import type { Job } from 'bullmq';

/** A job is a cursor to a row and nothing else. */
const jobData = z.object({ effectId: z.string().max(500) });

/** Hosts one stage queue: each job runs the effect it points at. Each stage's slice names its own subclass. */
@Injectable()
export abstract class StageProcessor extends WorkerHost {
  readonly #logger = new Logger(StageProcessor.name);

  constructor(private readonly runner: EffectRunner) {
    super();
  }

  async process(job: Job): Promise<void> {
    const data = jobData.safeParse(job.data);
    // Whatever else stands in the queue was not put there by us; there is no row to act on.
    if (data.success) await this.runner.run(data.data.effectId);
  }

  /** The runner catches what effects do; what arrives here is a defect of ours. */
  @OnWorkerEvent('failed')
  onFailed(_job: Job | undefined, error: Error): void {
    this.#logger.error({ job: 'failed', error: error.name });
  }

  /** Without a listener an error of the connection would end the process; the sweep carries on meanwhile. */
  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.#logger.warn({ worker: 'error', error: error.name });
  }
}
