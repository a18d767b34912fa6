import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorker } from '#apps/worker/worker';
import { Addresses } from '#contracts/addresses';
import { NoMailJournal, type MailJournal } from '#letters/mail-journal';
import { createMailTransport } from '#letters/mail-transport';
import { freePort } from '#persistence/embedded/free-port';
import { FINLAND, type TestDesk } from './desk.js';

export interface TestWorkerOptions {
  readonly redisUrl: string | null;
  /** Without one no mail can leave. */
  readonly smtpUrl?: string;
  readonly journal?: MailJournal;
  readonly leaseSeconds?: number;
}

const NO_SERVER = 'smtp://127.0.0.1:1';

/** A worker as in production, in this process. */
export const startTestWorker = async (desk: TestDesk, options: TestWorkerOptions) => {
  const { redisUrl, smtpUrl = NO_SERVER, journal = new NoMailJournal(), leaseSeconds = 5 } = options;
  const folder = await mkdtemp(join(tmpdir(), 'artikla-worker-'));
  const port = await freePort();
  const worker = await startWorker(
    {
      databaseUrl: desk.url,
      redisUrl,
      queuePrefix: 'worker',
      leaseSeconds,
      keyring: desk.keyring,
      calendars: FINLAND,
      addresses: new Addresses('http://localhost:3000', 'http://localhost:3001'),
      storageDir: folder,
      checkpointFile: join(folder, 'checkpoints.jsonl'),
      transport: createMailTransport(smtpUrl),
      journal,
      logLevel: 'silent',
    },
    port,
  );
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async (drainMs?: number) => {
      await worker.close(drainMs);
      await rm(folder, { recursive: true, force: true });
    },
  };
};

export type TestWorker = Awaited<ReturnType<typeof startTestWorker>>;
