import { Processor } from '@nestjs/bullmq';
import { StageProcessor } from '#queue/stage-processor';

/** The response queue: letters and packages of approved decisions. */
@Processor('response', { concurrency: 8 })
export class ResponseProcessor extends StageProcessor {}
