import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MikroORM } from '@mikro-orm/postgresql';
import { Pool } from 'pg';
import { readDemoData } from '#apps/standalone/demo/demo-data';
import { createOrganisation } from '#apps/standalone/demo/organisation';
import { createStaff, DEMO_STAFF, demoPassword } from '#apps/standalone/demo/staff';
import { deskCalendars } from '#calendars/desk-calendars';
import { createDemoRegister } from '#connectors/demo-register/create';
import { Sessions } from '#features/accounts/sessions';
import { StaffAccounts } from '#features/accounts/staff-accounts';
import { Database } from '#persistence/database';
import { freePort } from '#persistence/embedded/free-port';
import { Keyring } from '#persistence/keyring';
import { Ledger } from '#persistence/ledger';
import { ormOptions } from '#persistence/orm';
import { createTestDatabase } from './database.js';
import { serveJournal } from './mail-journal-server.js';
import { startApp, type RunningApp } from './processes.js';
import { startSmtp, type RecordedMail } from './smtp.js';

const WAIT_MS = 60_000;
const LOOK_EVERY_MS = 50;

/** Looks until there is something, or fails with what was waited for. */
export const eventually = async <T>(what: string, look: () => Promise<T | undefined> | T | undefined): Promise<T> => {
  const until = performance.now() + WAIT_MS;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > until) throw new Error(`waited too long for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
};

/**
 * A whole desk as in production, with an empty queue of requests: api, portal and worker in processes of their own, the
 * demo organisation with its registers, a real mail server. `redisUrl` null puts the queues on PostgreSQL; `host` is how the
 * processes reach this machine.
 */
export const startWholeDesk = async (redisUrl: string | null, host: string | null = null) => {
  const [desk, register] = [await createTestDatabase(), await createTestDatabase()];
  const seen = (address: string): string => (host === null ? address : address.replace(/127\.0\.0\.1|localhost/, host));
  const dataDir = await mkdtemp(join(tmpdir(), 'artikla-desk-'));
  const secret = randomBytes(32);
  const keyring = new Keyring(secret);
  const orm = await MikroORM.init(ormOptions(desk.url, 3));
  const database = new Database(await orm.em.getConnection().getNativeClient());

  const registerPool = new Pool({ connectionString: register.url, max: 2 });
  registerPool.on('error', () => undefined);
  const people = await createDemoRegister(registerPool, Temporal.Now.plainDateISO('Europe/Helsinki'), process.cwd());
  await createOrganisation(database, keyring, await readDemoData(process.cwd()), seen(register.url));
  await createStaff(new StaffAccounts(database, new Sessions(database)), dataDir);

  const calendars = await deskCalendars(process.cwd());
  const ledger = new Ledger(database, keyring, calendars);

  const smtp = await startSmtp();
  const journal = await serveJournal(smtp);
  const [consolePort, portalPort, workerPort] = [await freePort(), await freePort(), await freePort()];
  const env = {
    DATABASE_URL: seen(desk.url),
    ...(redisUrl === null ? {} : { REDIS_URL: seen(redisUrl) }),
    SMTP_URL: seen(smtp.url),
    MAIL_JOURNAL_URL: seen(journal.url),
    // This journal shows a mail the moment it was taken.
    MAIL_JOURNAL_LAG_SECONDS: '2',
    ARTIKLA_KEY: secret.toString('base64'),
    CONSOLE_PORT: String(consolePort),
    PORTAL_PORT: String(portalPort),
    WORKER_PORT: String(workerPort),
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
    LEASE_SECONDS: '2',
  };
  const running: RunningApp[] = [];
  const start = async (
    app: string,
    more: Readonly<Record<string, string>> = {},
    through: readonly string[] = [],
  ): Promise<RunningApp> => {
    const started = await startApp(app, { env: { ...env, ...more }, through });
    running.push(started);
    return started;
  };
  return {
    consoleUrl: `http://localhost:${consolePort}`,
    portalUrl: `http://localhost:${portalPort}`,
    /** What every process is given. */
    env,
    orm,
    database,
    calendars,
    ledger,
    registerPool,
    people,
    smtp,
    verifyingKey: keyring.verifyingKey,
    filesFolder: join(dataDir, 'files'),
    checkpointFile: join(dataDir, 'checkpoints.jsonl'),
    staff: DEMO_STAFF,
    password: (await demoPassword(dataDir)) ?? '',
    start,
    /** The first mail to an address, not seen before, that the condition holds for. */
    mailTo: (address: string, wanted: (mail: RecordedMail) => boolean = () => true): Promise<RecordedMail> =>
      eventually(`a mail to ${address}`, () =>
        smtp.journal().find((mail) => mail.to.includes(address) && wanted(mail)),
      ),
    /** Moves the desk's clock, as the demo's time control does. */
    advance: (days: number) =>
      database.query('update artikla.time_shift set shift = shift + make_interval(days => $1)', [days]),
    stop: async () => {
      await Promise.all(running.map((app) => app.stop().catch(() => app.kill())));
      await journal.stop();
      await smtp.stop();
      await orm.close(true);
      await registerPool.end();
      await desk.drop();
      await register.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

export type WholeDesk = Awaited<ReturnType<typeof startWholeDesk>>;
