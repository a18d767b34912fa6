import { Processor } from '@nestjs/bullmq';
import { StageProcessor } from '#queue/stage-processor';

/** The mail queue: letters to people, reminders and alerts to staff. */
@Processor('mail', { concurrency: 12 })
export class MailProcessor extends StageProcessor {}
