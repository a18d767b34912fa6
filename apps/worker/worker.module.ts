import { Module, type DynamicModule } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { LoggerModule } from 'nestjs-pino';
import { logging } from '#contracts/logging';
import { CHECKPOINT_FILE, CheckpointService } from '#features/audit/checkpoint.service';
import { ClockReview } from '#features/deadlines/clock-review';
import { DeadlineWatch } from '#features/deadlines/deadline-watch';
import { DigestPlanner } from '#features/correspondence/digest-planner';
import { MailProcessor } from '#features/correspondence/mail.processor';
import { FulfilmentProcessor } from '#features/fulfilment/fulfilment.processor';
import { ResponseProcessor } from '#features/response/response.processor';
import { VerificationProcessor } from '#features/verification/verification.processor';
import { PersistenceModule, type PersistenceOptions } from '#persistence/persistence.module';
import { QueueModule } from '#queue/queue.module';
import { DESK_HANDLERS, HANDLERS } from './handlers.js';
import { HealthController } from './health.controller.js';
import { WorkerPartsModule, type WorkerParts } from './worker-parts.module.js';
import type { EngineLimits } from '#queue/engine-limits';
import type { QueueBackend } from '#queue/queue-backend';

export interface WorkerOptions extends PersistenceOptions, WorkerParts {
  readonly backend: QueueBackend;
  /** Keeps the queues of several desks on one Redis apart. */
  readonly queuePrefix: string;
  readonly leaseSeconds: number;
  readonly limits?: EngineLimits;
  /** The file outside the database that signed checkpoints of the ledger are appended to. */
  readonly checkpointFile: string;
  readonly logLevel: string;
}

/** The job process: stage processors, dispatcher, and the watch over deadlines and ledger. */
@Module({})
export class WorkerModule {
  static forRoot(options: WorkerOptions): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        LoggerModule.forRoot(logging(options.logLevel)),
        // Before the queues, so that it closes after them: workers drain before their database goes (durability, finding 5).
        PersistenceModule.forRoot(options),
        QueueModule.forRoot({
          backend: options.backend,
          prefix: options.queuePrefix,
          leaseSeconds: options.leaseSeconds,
          ...(options.limits !== undefined && { limits: options.limits }),
          imports: [WorkerPartsModule.forRoot(options)],
          handlers: HANDLERS,
          deskHandlers: DESK_HANDLERS,
          processors: [VerificationProcessor, FulfilmentProcessor, ResponseProcessor, MailProcessor],
        }),
        TerminusModule.forRoot({ logger: false }),
      ],
      controllers: [HealthController],
      providers: [
        DeadlineWatch,
        DigestPlanner,
        ClockReview,
        CheckpointService,
        { provide: CHECKPOINT_FILE, useValue: options.checkpointFile },
      ],
    };
  }
}
