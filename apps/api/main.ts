import 'reflect-metadata';
import { resolve } from 'node:path';
import { deskCalendars } from '#calendars/desk-calendars';
import { Addresses } from '#contracts/addresses';
import { runProcess } from '#contracts/run-process';
import { readSettings } from '#contracts/settings';
import { leave } from '#features/operations/leave';
import { createMailTransport } from '#letters/mail-transport';
import { Database } from '#persistence/database';
import { Keyring } from '#persistence/keyring';
import { loadKey } from '#persistence/load-key';
import { prepareDatabase } from '#persistence/prepare-database';
import { storageFolder } from '#storage/file-storage';
import { startApi } from './api.js';
import { serveMetrics } from './metrics-server.js';

await runProcess(async (stack) => {
  const settings = readSettings(process.env, ['DATABASE_URL', 'ARTIKLA_KEY']);
  const { DATABASE_URL, CONSOLE_URL, PORTAL_URL, CONSOLE_PORT, STORAGE_URL, DATA_DIR, LOG_LEVEL } = settings;
  const keyring = new Keyring(await loadKey(settings));
  await prepareDatabase(DATABASE_URL, keyring);
  const app = await startApi(
    {
      databaseUrl: DATABASE_URL,
      keyring,
      calendars: await deskCalendars(process.cwd()),
      addresses: new Addresses(CONSOLE_URL, PORTAL_URL),
      storageDir: storageFolder(STORAGE_URL, DATA_DIR),
      staticDir: resolve('dist/apps/console'),
      transport: settings.SMTP_URL === undefined ? null : createMailTransport(settings.SMTP_URL),
      logLevel: LOG_LEVEL,
    },
    CONSOLE_PORT,
  );
  stack.defer(() => leave(app));
  if (settings.METRICS_PORT !== undefined) stack.defer(await serveMetrics(app.get(Database), settings.METRICS_PORT));
  process.stdout.write('ready\n');
});
