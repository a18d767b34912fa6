import { NestFactory } from '@nestjs/core';
import { Processor } from '@nestjs/bullmq';
import { PersistenceModule } from '#persistence/persistence.module';
import { STAGE_QUEUES } from '#queue/dispatcher';
import { EngineMetrics } from '#queue/engine-metrics';
import { openQueueBackend } from '#queue/queue-backend';
import { QueueModule } from '#queue/queue.module';
import { StageProcessor } from '#queue/stage-processor';
import type { Type } from '@nestjs/common';
import type { EffectKind, QueueName } from '#domain/request/effects';
import type { StageQueues } from '#queue/backlog';
import type { EffectHandler } from '#queue/effect-handler';
import type { EngineLimits } from '#queue/engine-limits';
import { FINLAND, type TestDesk } from './desk.js';

@Processor('verification', { concurrency: 4 })
class Verification extends StageProcessor {}

@Processor('fulfilment', { concurrency: 4 })
class Fulfilment extends StageProcessor {}

@Processor('response', { concurrency: 4 })
class Response extends StageProcessor {}

@Processor('mail', { concurrency: 4 })
class Mail extends StageProcessor {}

/** What handlers of these kinds do; other kinds are not known to the engine. */
export type TestHandlers = { readonly [K in EffectKind]?: EffectHandler<K>['run'] };

export interface EngineOptions {
  readonly redisUrl: string | null;
  readonly handlers: TestHandlers;
  readonly leaseSeconds?: number;
  readonly limits?: EngineLimits;
  readonly prefix?: string;
}

const handlerClass = ([kind, run]: readonly [string, unknown]): Type<EffectHandler> =>
  class {
    readonly kind = kind as EffectKind;
    readonly run = run as EffectHandler['run'];
  };

/** The engine of a worker in this process, on a test desk, with handlers of the test's own. */
export const startEngine = async (desk: TestDesk, options: EngineOptions) => {
  const { redisUrl, handlers, leaseSeconds = 5, limits, prefix = 'test' } = options;
  const backend = await openQueueBackend({ redisUrl, databaseUrl: desk.url });
  const app = await NestFactory.createApplicationContext(
    QueueModule.forRoot({
      backend,
      handlers: Object.entries(handlers).map(handlerClass),
      kinds: Object.keys(handlers) as EffectKind[],
      processors: [Verification, Fulfilment, Response, Mail],
      imports: [PersistenceModule.forRoot({ databaseUrl: desk.url, keyring: desk.keyring, calendars: FINLAND })],
      prefix,
      leaseSeconds,
      ...(limits !== undefined && { limits }),
    }),
    { logger: false, abortOnError: false },
  );
  const metrics = app.get(EngineMetrics);
  return {
    queues: app.get<StageQueues>(STAGE_QUEUES),
    /** The value of a counter with these labels, 0 when it was never counted. */
    counted: async (name: string, labels: Readonly<Record<string, string>>): Promise<number> => {
      const metric = (await metrics.registry.getMetricsAsJSON()).find((one) => one.name === name);
      const found = metric?.values.find(({ labels: own }) =>
        Object.entries(labels).every(([label, value]) => own[label as keyof typeof own] === value),
      );
      return found?.value ?? 0;
    },
    close: async () => {
      await app.close();
      await backend.close();
    },
  };
};

export type TestEngine = Awaited<ReturnType<typeof startEngine>>;

/** Piles effects up that are due and wanted by their request: alerts, in whichever queue. */
export const pileAlerts = (
  desk: TestDesk,
  requestId: string,
  name: string,
  count: number,
  { queue = 'mail', organisation = null }: { queue?: QueueName; organisation?: string | null } = {},
) =>
  desk.database.query(
    `insert into effect (id, request_id, controller_id, kind, queue, data, due_at)
     select $1 || '/' || n, $2, $3, 'alert', $4, '{"about": "disowned"}', artikla.now() + n * interval '1 microsecond'
     from generate_series(1, $5) as n`,
    [name, requestId, organisation, queue, count],
  );
