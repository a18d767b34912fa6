import { Processor } from '@nestjs/bullmq';
import { StageProcessor } from '#queue/stage-processor';

/** The fulfilment queue: one job per register and right. */
@Processor('fulfilment', { concurrency: 24 })
export class FulfilmentProcessor extends StageProcessor {}
