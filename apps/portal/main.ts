import 'reflect-metadata';
import { deskCalendars } from '#calendars/desk-calendars';
import { Addresses } from '#contracts/addresses';
import { runProcess } from '#contracts/run-process';
import { readSettings } from '#contracts/settings';
import { leave } from '#features/operations/leave';
import { Keyring } from '#persistence/keyring';
import { loadKey } from '#persistence/load-key';
import { prepareDatabase } from '#persistence/prepare-database';
import { storageFolder } from '#storage/file-storage';
import { startPortal } from './portal.js';

await runProcess(async (stack) => {
  const settings = readSettings(process.env, ['DATABASE_URL', 'ARTIKLA_KEY']);
  const { DATABASE_URL, CONSOLE_URL, PORTAL_URL, PORTAL_PORT, STORAGE_URL, DATA_DIR, LOG_LEVEL } = settings;
  const keyring = new Keyring(await loadKey(settings));
  await prepareDatabase(DATABASE_URL, keyring);
  const app = await startPortal(
    {
      databaseUrl: DATABASE_URL,
      keyring,
      calendars: await deskCalendars(process.cwd()),
      addresses: new Addresses(CONSOLE_URL, PORTAL_URL),
      storageDir: storageFolder(STORAGE_URL, DATA_DIR),
      logLevel: LOG_LEVEL,
    },
    PORTAL_PORT,
  );
  stack.defer(() => leave(app));
  process.stdout.write('ready\n');
});
