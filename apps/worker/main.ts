import 'reflect-metadata';
import { join, resolve } from 'node:path';
import { deskCalendars } from '#calendars/desk-calendars';
import { Addresses } from '#contracts/addresses';
import { runProcess } from '#contracts/run-process';
import { readSettings } from '#contracts/settings';
import { CatcherMailJournal, NoMailJournal } from '#letters/mail-journal';
import { createMailTransport } from '#letters/mail-transport';
import { Keyring } from '#persistence/keyring';
import { loadKey } from '#persistence/load-key';
import { prepareDatabase } from '#persistence/prepare-database';
import { storageFolder } from '#storage/file-storage';
import { workerLimits } from './limits.js';
import { startWorker } from './worker.js';

await runProcess(async (stack) => {
  const settings = readSettings(process.env, ['DATABASE_URL', 'ARTIKLA_KEY', 'SMTP_URL']);
  const { DATABASE_URL, REDIS_URL, SMTP_URL, STORAGE_URL, DATA_DIR, MAIL_JOURNAL_URL } = settings;
  const keyring = new Keyring(await loadKey(settings));
  await prepareDatabase(DATABASE_URL, keyring);
  const worker = await startWorker(
    {
      databaseUrl: DATABASE_URL,
      redisUrl: REDIS_URL ?? null,
      queuePrefix: 'artikla',
      leaseSeconds: settings.LEASE_SECONDS,
      limits: workerLimits(settings),
      keyring,
      calendars: await deskCalendars(process.cwd()),
      addresses: new Addresses(settings.CONSOLE_URL, settings.PORTAL_URL),
      storageDir: storageFolder(STORAGE_URL, DATA_DIR),
      checkpointFile: join(resolve(DATA_DIR), 'checkpoints.jsonl'),
      transport: createMailTransport(SMTP_URL),
      journal:
        MAIL_JOURNAL_URL === undefined
          ? new NoMailJournal()
          : new CatcherMailJournal(MAIL_JOURNAL_URL, settings.MAIL_JOURNAL_LAG_SECONDS),
      logLevel: settings.LOG_LEVEL,
    },
    settings.WORKER_PORT,
  );
  stack.defer(() => worker.close());
  process.stdout.write('ready\n');
});
