import { Processor } from '@nestjs/bullmq';
import { StageProcessor } from '#queue/stage-processor';

/**
 * The mail queue: letters to people, reminders and alerts to staff. What is ready at the same time is claimed and written
 * together, so many at a time cost less each; how many talk to the mail server is for `MailSender` to say.
 */
@Processor('mail', { concurrency: 48 })
export class MailProcessor extends StageProcessor {}
