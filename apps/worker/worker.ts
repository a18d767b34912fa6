import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { openQueueBackend, type QueueSettings } from '#queue/queue-backend';
import { within } from '#queue/within';
import { WorkerModule, type WorkerOptions } from './worker.module.js';
import type { NestExpressApplication } from '@nestjs/platform-express';

export interface RunningWorker {
  /** Begins nothing more and lets what runs come to its end, for at most `drainMs`. */
  close(drainMs?: number): Promise<void>;
}

/** BullMQ waits for its jobs without limit; a job that takes longer is taken up again when its lease ends. */
const DRAIN_MS = 20_000;

/** What has not drained by then still holds connections, which end with the process. */
const CLOSE_SECONDS = 2;

/** Starts the job process. `port` null leaves health and metrics to whoever hosts it. */
export const startWorker = async (
  options: Omit<WorkerOptions, 'backend'> & QueueSettings,
  port: number | null,
): Promise<RunningWorker> => {
  const backend = await openQueueBackend(options);
  const module = WorkerModule.forRoot({ ...options, backend });
  const app = await NestFactory.create<NestExpressApplication>(module, { bufferLogs: true });
  app.useLogger(app.get(Logger));
  app.disable('x-powered-by');
  if (port === null) await app.init();
  else await app.listen(port);
  return {
    close: async (drainMs = DRAIN_MS) => {
      const late = () => new Error('the worker has not drained');
      await within(drainMs / 1000, app.close(), late).catch(() => undefined);
      await within(CLOSE_SECONDS, backend.close(), late).catch(() => undefined);
    },
  };
};
