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
import { clockJumpProblem } from '#features/operations/clock-jump';
import { CONDITIONS, Readiness, type Condition } from '#features/operations/readiness';
import { Database } from '#persistence/database';
import { PersistenceModule, type PersistenceOptions } from '#persistence/persistence.module';
import { Dispatcher } from '#queue/dispatcher';
import { QueueModule } from '#queue/queue.module';
import { DESK_HANDLERS, HANDLERS } from './handlers.js';
import { HealthController } from './health.controller.js';
import { WorkerPartsModule, type WorkerParts } from './worker-parts.module.js';
import type { EngineLimits } from '#queue/engine-limits';
import type { QueueBackend } from '#queue/queue-backend';

/** Seconds without a look for what is due after which a worker does not count as working. */
const DISPATCHER_PATIENCE = 30;

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

/** What a worker needs besides the database: a queue that forgets nothing, a dispatcher at work, and the right time. */
const workerConditions =
  (backend: QueueBackend) =>
  (dispatcher: Dispatcher, database: Database): readonly Condition[] => [
    {
      name: 'queue',
      look: () => backend.check(),
      silence: 'The queue does not answer; what is due is done in the workers themselves until it does.',
    },
    {
      name: 'dispatcher',
      look: () =>
        Promise.resolve(
          dispatcher.idleSeconds < DISPATCHER_PATIENCE ? null : 'The dispatcher has not looked for work.',
        ),
      silence: 'The dispatcher has not looked for work.',
    },
    {
      name: 'clock',
      look: () => clockJumpProblem(database),
      silence: 'The database does not tell whether its clock can be believed.',
    },
  ];

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
        Readiness,
        { provide: CONDITIONS, inject: [Dispatcher, Database], useFactory: workerConditions(options.backend) },
        DeadlineWatch,
        DigestPlanner,
        ClockReview,
        CheckpointService,
        { provide: CHECKPOINT_FILE, useValue: options.checkpointFile },
      ],
    };
  }
}
