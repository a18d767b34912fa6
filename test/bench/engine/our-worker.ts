import { NestFactory } from '@nestjs/core';
import { MailProcessor } from '#features/correspondence/mail.processor';
import { FulfilmentProcessor } from '#features/fulfilment/fulfilment.processor';
import { ResponseProcessor } from '#features/response/response.processor';
import { VerificationProcessor } from '#features/verification/verification.processor';
import { Keyring } from '#persistence/keyring';
import { PersistenceModule } from '#persistence/persistence.module';
import { openQueueBackend } from '#queue/queue-backend';
import { QueueModule } from '#queue/queue.module';
import { deskCalendars } from '#calendars/desk-calendars';
import { HANDS } from '#test/bench/engine/hands';
import { PROJECT } from '#test/bench/project';
import type { INestApplication } from '@nestjs/common';

export interface WorkerPlace {
  readonly databaseUrl: string;
  /** Null for the queue in PostgreSQL. */
  readonly redisUrl: string | null;
  readonly poolSize: number;
  readonly leaseSeconds?: number;
}

/** Nothing that the measured work does opens what is sealed, so any key will do. */
const ANY_KEY = Buffer.alloc(32, 1);
const USUAL_LEASE_SECONDS = 30;

/**
 * The worker as it is in production: its queues, processors, dispatcher, runner and ledger, wired by the same modules.
 * Only the hands are ours: they do nothing in the world and report success. It works once `init` is called.
 */
export const createWorker = async (place: WorkerPlace) => {
  const { databaseUrl, redisUrl, poolSize, leaseSeconds = USUAL_LEASE_SECONDS } = place;
  const backend = await openQueueBackend({ redisUrl, databaseUrl });
  const calendars = await deskCalendars(PROJECT);
  const app: INestApplication = await NestFactory.create(
    {
      module: class BenchWorker {},
      imports: [
        PersistenceModule.forRoot({ databaseUrl, keyring: new Keyring(ANY_KEY), calendars, poolSize }),
        QueueModule.forRoot({
          backend,
          handlers: HANDS,
          processors: [VerificationProcessor, FulfilmentProcessor, ResponseProcessor, MailProcessor],
          imports: [],
          prefix: 'bench',
          leaseSeconds,
        }),
      ],
    },
    { logger: ['error', 'warn'], abortOnError: false },
  );
  return {
    app,
    close: async () => {
      await app.close();
      await backend.close();
    },
  };
};
