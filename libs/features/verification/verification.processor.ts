import { Processor } from '@nestjs/bullmq';
import { StageProcessor } from '#queue/stage-processor';

/** The verification queue: who may this be? */
@Processor('verification', { concurrency: 16 })
export class VerificationProcessor extends StageProcessor {}
