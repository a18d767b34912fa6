import { Processor } from '@nestjs/bullmq';
import { StageProcessor } from '#queue/stage-processor';

/**
 * The fulfilment queue: one job per register and right. Many at a time, because they are claimed and written together; a
 * register is protected by its lane, over all workers.
 */
@Processor('fulfilment', { concurrency: 48 })
export class FulfilmentProcessor extends StageProcessor {}
