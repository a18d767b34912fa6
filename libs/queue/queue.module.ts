import { BullModule, getQueueToken } from '@nestjs/bullmq';
import { Module, type DynamicModule, type ModuleMetadata, type Type } from '@nestjs/common';
import { QUEUES } from '#domain/request/effects';
import { Dispatcher, STAGE_QUEUES } from './dispatcher.js';
import { EFFECT_HANDLERS, EffectRunner, LEASE_SECONDS } from './effect-runner.js';
import type { EffectHandler } from './effect-handler.js';
import type { Queue } from 'bullmq';
import type { QueueBackend } from './queue-backend.js';
import type { StageProcessor } from './stage-processor.js';

export interface QueueModuleOptions {
  readonly backend: QueueBackend;
  /** One for every kind of effect. */
  readonly handlers: readonly Type<EffectHandler>[];
  /** One for every stage queue. */
  readonly processors: readonly Type<StageProcessor>[];
  /** What the handlers need besides the ledger and the database. */
  readonly imports: NonNullable<ModuleMetadata['imports']>;
  /** Keeps the queues of several desks (and tests) on one server apart. */
  readonly prefix: string;
  readonly leaseSeconds: number;
}

/** The job side of the desk: queues, processors, dispatcher. Only the worker process imports it. */
@Module({})
export class QueueModule {
  static forRoot({ backend, handlers, processors, imports, prefix, leaseSeconds }: QueueModuleOptions): DynamicModule {
    return {
      module: QueueModule,
      imports: [
        ...imports,
        BullModule.forRoot({ connection: backend.connection, prefix }),
        BullModule.registerQueue(...QUEUES.map((name) => ({ name }))),
      ],
      providers: [
        ...handlers,
        ...processors,
        { provide: LEASE_SECONDS, useValue: leaseSeconds },
        { provide: EFFECT_HANDLERS, useFactory: (...all: EffectHandler[]) => all, inject: [...handlers] },
        {
          provide: STAGE_QUEUES,
          useFactory: (...queues: Queue[]) => new Map(QUEUES.map((name, index) => [name, queues[index]])),
          inject: QUEUES.map((name) => getQueueToken(name)),
        },
        EffectRunner,
        Dispatcher,
      ],
      exports: [Dispatcher, EffectRunner, STAGE_QUEUES],
    };
  }
}
