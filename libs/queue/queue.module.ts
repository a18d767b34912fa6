import { BullModule, getQueueToken } from '@nestjs/bullmq';
import { Module, type DynamicModule, type ModuleMetadata, type Type } from '@nestjs/common';
import { QUEUES, type EffectKind, type QueueName } from '#domain/request/effects';
import { ClockWatermark } from './clock-watermark.js';
import { Dispatcher, STAGE_QUEUES } from './dispatcher.js';
import { complete, type EffectHandler } from './effect-handler.js';
import { DESK_EFFECT_HANDLERS, type DeskEffectHandler } from './desk-effect-handler.js';
import { REQUEST_KINDS } from './effect-rows.js';
import { EFFECT_HANDLERS, EffectRunner, LEASE_SECONDS } from './effect-runner.js';
import { ENGINE_LIMITS, USUAL_LIMITS, type EngineLimits } from './engine-limits.js';
import { EngineMetrics } from './engine-metrics.js';
import { WorkerRoll } from './worker-roll.js';
import type { Queue } from 'bullmq';
import type { StageQueues } from './backlog.js';
import type { QueueBackend } from './queue-backend.js';
import type { StageProcessor } from './stage-processor.js';

export interface QueueModuleOptions {
  readonly backend: QueueBackend;
  /** One for every kind of effect in `kinds`, which are all there are unless it says less. */
  readonly handlers: readonly Type<EffectHandler>[];
  readonly kinds?: readonly EffectKind[];
  /** Those of what belongs to no request. */
  readonly deskHandlers?: readonly Type<DeskEffectHandler>[];
  /** One for every stage queue. */
  readonly processors: readonly Type<StageProcessor>[];
  /** What the handlers need besides the ledger and the database. */
  readonly imports: NonNullable<ModuleMetadata['imports']>;
  /** Keeps the queues of several desks (and tests) on one server apart. */
  readonly prefix: string;
  readonly leaseSeconds: number;
  readonly limits?: EngineLimits;
}

const stageQueues = (queues: readonly Queue[]): StageQueues => {
  // Without a listener an error of the connection is printed with its stack; the dispatcher notices by itself.
  for (const queue of queues) queue.on('error', () => undefined);
  return new Map(queues.map((queue) => [queue.name as QueueName, queue]));
};

/** The job side of the desk: queues, processors, dispatcher. Only the worker process imports it. */
@Module({})
export class QueueModule {
  static forRoot(options: QueueModuleOptions): DynamicModule {
    const { backend, handlers, processors, imports, prefix, leaseSeconds } = options;
    const { limits = USUAL_LIMITS, kinds = REQUEST_KINDS, deskHandlers = [] } = options;
    return {
      module: QueueModule,
      imports: [
        ...imports,
        // The braces keep all keys of the desk in one slot of a Redis Cluster, where one script may touch several of them.
        BullModule.forRoot({ connection: backend.connection, prefix: `{${prefix}}` }),
        BullModule.registerQueue(...QUEUES.map((name) => ({ name }))),
      ],
      providers: [
        ...handlers,
        ...deskHandlers,
        ...processors,
        { provide: LEASE_SECONDS, useValue: leaseSeconds },
        { provide: ENGINE_LIMITS, useValue: limits },
        EngineMetrics,
        ClockWatermark,
        WorkerRoll,
        {
          provide: EFFECT_HANDLERS,
          useFactory: (...all: EffectHandler[]) => complete(all, kinds),
          inject: [...handlers],
        },
        {
          provide: DESK_EFFECT_HANDLERS,
          useFactory: (...all: DeskEffectHandler[]) => all,
          inject: [...deskHandlers],
        },
        {
          provide: STAGE_QUEUES,
          useFactory: (...queues: Queue[]) => stageQueues(queues),
          inject: QUEUES.map((name) => getQueueToken(name)),
        },
        EffectRunner,
        Dispatcher,
      ],
      exports: [Dispatcher, EffectRunner, EngineMetrics, ClockWatermark, STAGE_QUEUES],
    };
  }
}
