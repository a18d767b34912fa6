import 'reflect-metadata';
import { deskCalendars } from '#calendars/desk-calendars';
import { Addresses } from '#contracts/addresses';
import { runProcess } from '#contracts/run-process';
import { readSettings } from '#contracts/settings';
import { Keyring } from '#persistence/keyring';
import { loadKey } from '#persistence/load-key';
import { migrate } from '#persistence/migrate';
import { storageFolder } from '#storage/file-storage';
import { startPortal } from './portal.js';

await runProcess(async () => {
  const settings = readSettings(process.env, ['DATABASE_URL', 'ARTIKLA_KEY']);
  const { DATABASE_URL, CONSOLE_URL, PORTAL_URL, PORTAL_PORT, STORAGE_URL, DATA_DIR, LOG_LEVEL } = settings;
  const keyring = new Keyring(await loadKey(settings));
  await migrate(DATABASE_URL);
  const app = await startPortal(
    {
      databaseUrl: DATABASE_URL,
      keyring,
      calendarOf: await deskCalendars(process.cwd()),
      addresses: new Addresses(CONSOLE_URL, PORTAL_URL),
      storageDir: storageFolder(STORAGE_URL, DATA_DIR),
      logLevel: LOG_LEVEL,
    },
    PORTAL_PORT,
  );
  process.stdout.write('ready\n');
  return () => app.close();
});
