import 'reflect-metadata';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { startApi } from '#apps/api/api';
import { startPortal } from '#apps/portal/portal';
import { workerLimits } from '#apps/worker/limits';
import { startWorker } from '#apps/worker/worker';
import { deskCalendars } from '#calendars/desk-calendars';
import { Addresses } from '#contracts/addresses';
import { runProcess } from '#contracts/run-process';
import { readSettings } from '#contracts/settings';
import { Keyring } from '#persistence/keyring';
import { loadKey, loadOrCreateKey } from '#persistence/load-key';
import { prepareDatabase } from '#persistence/prepare-database';
import { storageFolder } from '#storage/file-storage';
import { banner } from './banner.js';
import { openDatabases } from './databases.js';
import { setUpDemo } from './demo/set-up-demo.js';
import { demoPassword } from './demo/staff.js';
import { openOwnDesk } from './empty-desk.js';
import { mailOf } from './mail-of.js';
import { ownBanner } from './own-banner.js';
import { assertFree } from './assert-free.js';
import { startMailCatcher } from './mail-catcher.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Only what goes wrong; a newcomer reads this window. LOG_LEVEL asks for more. */
const QUIET = 'warn';

await runProcess(async (stack) => {
  const settings = readSettings(process.env);
  const { CONSOLE_PORT, PORTAL_PORT, MAILBOX_PORT, CONSOLE_URL, PORTAL_URL, REDIS_URL } = settings;
  await assertFree(CONSOLE_PORT, 'CONSOLE_PORT');
  await assertFree(PORTAL_PORT, 'PORTAL_PORT');
  await assertFree(MAILBOX_PORT, 'MAILBOX_PORT');

  const dataDir = resolve(settings.DATA_DIR);
  const ownKey = settings.ARTIKLA_KEY === undefined && settings.ARTIKLA_KEY_FILE === undefined;
  const keyring = new Keyring(await (ownKey ? loadOrCreateKey(dataDir) : loadKey(settings)));
  const databases = await openDatabases(settings.DATABASE_URL, dataDir, say);
  stack.defer(() => databases.stop());
  if (process.argv.includes('--reset-demo')) {
    await databases.reset();
    for (const left of ['mailbox', 'files', 'checkpoints.jsonl', 'demo-password']) {
      await rm(join(dataDir, left), { recursive: true, force: true });
    }
  }
  await prepareDatabase(databases.deskUrl, keyring);
  const own = await openOwnDesk(databases.deskUrl, process.argv.includes('--no-demo'));
  if (own.isDemo && process.argv.includes('--no-demo')) {
    throw new Error('The demo lives in this database; give your own desk another DATA_DIR or DATABASE_URL.');
  }
  const isOwn = own.exists && !own.isDemo;
  const catcher = await startMailCatcher(MAILBOX_PORT, dataDir);
  stack.defer(() => catcher.stop());

  const shared = {
    databaseUrl: databases.deskUrl,
    keyring,
    calendars: await deskCalendars(process.cwd()),
    addresses: new Addresses(CONSOLE_URL, PORTAL_URL),
    storageDir: storageFolder(settings.STORAGE_URL, dataDir),
    // The demo's mail goes to the catcher whatever SMTP_URL says: its people do not exist, but a typo might.
    ...mailOf(catcher, isOwn ? settings : {}),
    logLevel: process.env['LOG_LEVEL'] === undefined ? QUIET : settings.LOG_LEVEL,
  };
  if (!isOwn) {
    await setUpDemo({
      ...shared,
      root: process.cwd(),
      dataDir,
      registerUrl: databases.registerUrl,
      progress: (done, of) => {
        if (done === 1) say('Living through the demo’s past, so that there is something to see …');
        if (done % 20 === 0 || done === of) say(`  day ${done} of ${of}`);
      },
    });
  }

  const worker = await startWorker(
    {
      ...shared,
      redisUrl: REDIS_URL ?? null,
      queuePrefix: 'artikla',
      leaseSeconds: settings.LEASE_SECONDS,
      limits: workerLimits(settings),
      checkpointFile: join(dataDir, 'checkpoints.jsonl'),
    },
    settings.METRICS_PORT ?? null,
  );
  stack.defer(() => worker.close());
  const portal = await startPortal(shared, PORTAL_PORT);
  stack.defer(() => portal.close());
  const api = await startApi({ ...shared, staticDir: resolve('dist/apps/console') }, CONSOLE_PORT);
  stack.defer(() => api.close());
  const mailboxUrl = shared.isCatcher ? catcher.pageUrl : null;
  const setUpUrl = own.token === null ? null : `${CONSOLE_URL}/setup#token=${own.token}`;
  if (isOwn) say(ownBanner({ consoleUrl: CONSOLE_URL, portalUrl: PORTAL_URL, mailboxUrl, setUpUrl }));
  else
    say(
      banner({
        consoleUrl: CONSOLE_URL,
        portalUrl: PORTAL_URL,
        mailboxUrl: catcher.pageUrl,
        queue: REDIS_URL === undefined ? 'postgres' : 'redis',
        password: await demoPassword(dataDir),
      }),
    );
  say('ready');
});
