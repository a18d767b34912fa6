import { OnWorkerEvent, WorkerHost } from '@nestjs/bullmq';
import { Injectable, Logger } from '@nestjs/common';
import { z } from 'zod';
import { EffectRunner } from './effect-runner.js';
import { EngineMetrics } from './engine-metrics.js';
import type { QueueName } from '#domain/request/effects';
import type { Job } from 'bullmq';

/** A job is a cursor to a row and nothing else. No id of ours holds a control character, and no database takes a NUL. */
const jobData = z.object({
  effectId: z
    .string()
    .max(500)
    .regex(/^\P{Cc}+$/u),
});

/** Hosts one stage queue: each job runs the effect it points at. Each stage's slice names its own subclass. */
@Injectable()
export abstract class StageProcessor extends WorkerHost {
  readonly #logger = new Logger(StageProcessor.name);

  constructor(
    private readonly runner: EffectRunner,
    private readonly metrics: EngineMetrics,
  ) {
    super();
  }

  async process(job: Job): Promise<void> {
    // The worker reads from one queue; what a job says of itself is not asked.
    const queue = this.worker.name as QueueName;
    const data = jobData.safeParse(job.data);
    if (data.success) await this.runner.run(data.data.effectId, queue);
    // Whatever else stands in the queue was not put there by us; there is no row to act on.
    else this.metrics.ignored(queue, 'malformed');
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
