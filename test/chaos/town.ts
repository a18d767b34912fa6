import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MikroORM } from '@mikro-orm/postgresql';
import { Redis } from 'ioredis';
import { Pool } from 'pg';
import { readDemoData } from '#apps/standalone/demo/demo-data';
import { createOrganisation } from '#apps/standalone/demo/organisation';
import { createStaff } from '#apps/standalone/demo/staff';
import { deskCalendars } from '#calendars/desk-calendars';
import { createDemoRegister } from '#connectors/demo-register/create';
import { Sessions } from '#features/accounts/sessions';
import { StaffAccounts } from '#features/accounts/staff-accounts';
import { DigestPlanner } from '#features/correspondence/digest-planner';
import { Filing } from '#features/intake/filing.service';
import { Database } from '#persistence/database';
import { DeskClock } from '#persistence/desk-clock';
import { freePort } from '#persistence/embedded/free-port';
import { Keyring } from '#persistence/keyring';
import { Ledger } from '#persistence/ledger';
import { migrate } from '#persistence/migrate';
import { Organisation } from '#persistence/organisation';
import { ormOptions } from '#persistence/orm';
import { PROJECT } from '#test/bench/project';
import { Chance } from '#test/bench/chance';
import { CrashOrders } from '#test/chaos/crash-orders';
import { hireCrew } from '#test/chaos/crew';
import { shadowClock } from '#test/chaos/desk-time';
import { startOwnPostgres } from '#test/chaos/own-postgres';
import { MAIL_FAULTS, openPostOffice } from '#test/chaos/post-office';
import { startRedis } from '#test/support/redis';
import type { Mutation } from '#test/chaos/mutate-sql';

export const LEASE_SECONDS = 2;
/** What a worker names the keys of its queues by. */
const QUEUE_PREFIX = 'artikla';
/** Longer than a lease, so that whoever takes a mail over finds nothing of it yet. */
const JOURNAL_LAG_MS = 3_000;
/** What the desk is told of that lag: it must outlast a worker that is frozen at the marker too. */
const JOURNAL_LAG_SECONDS = LEASE_SECONDS + 6;
/** Hours by which the clocks of the workers are wrong, slot by slot. */
const WRONG_CLOCKS = [undefined, '24', '-1'];

export interface TownPlan {
  readonly backend: 'redis' | 'postgres';
  readonly seed: number;
  readonly workers: number;
  readonly mutation?: Mutation;
  /** Names of what may break; all of it by default. */
  readonly only?: readonly string[];
}

/** A whole desk to be mistreated: everything it leans on belongs to this run, and its workers are the built ones. */
export const buildTown = async ({ backend, seed, workers, mutation, only }: TownPlan) => {
  await using building = new AsyncDisposableStack();
  const postgres = await startOwnPostgres();
  building.defer(() => postgres.stop());
  const redis = backend === 'redis' ? await startRedis({ durable: true }) : null;
  building.defer(async () => redis?.stop());
  const redisClient = redis === null ? null : new Redis(redis.url, { maxRetriesPerRequest: 0 });
  redisClient?.on('error', () => undefined);
  building.defer(() => redisClient?.disconnect());
  const dataDir = await mkdtemp(join(tmpdir(), 'artikla-chaos-desk-'));
  building.defer(() => rm(dataDir, { recursive: true, force: true }));
  const mailFaults = MAIL_FAULTS.filter(({ name }) => only?.includes(name) ?? true);
  const office = await openPostOffice(new Chance(seed ^ 0x3a11), JOURNAL_LAG_MS, mailFaults);
  building.defer(() => office.stop());

  const [deskUrl, registerUrl] = [postgres.url('desk'), postgres.url('registers')];
  await migrate(deskUrl);
  await shadowClock(deskUrl);
  const orm = await MikroORM.init(ormOptions(deskUrl, 8));
  building.defer(() => orm.close(true));
  const pool = (await orm.em.getConnection().getNativeClient()) as Pool;
  pool.on('error', () => undefined);
  const database = new Database(pool);
  const secret = randomBytes(32);
  const keyring = new Keyring(secret);
  const registers = new Pool({ connectionString: registerUrl, max: 1 });
  registers.on('error', () => undefined);
  const everyone = await createDemoRegister(registers, Temporal.Now.plainDateISO('Europe/Helsinki'), PROJECT);
  await registers.end();
  await createOrganisation(database, keyring, await readDemoData(PROJECT), registerUrl);
  await createStaff(new StaffAccounts(database, new Sessions(database)), dataDir);
  if (mutation === 'version') await database.query('alter table ledger_entry drop constraint ledger_entry_pkey');

  const calendars = await deskCalendars(PROJECT);
  const ledger = new Ledger(database, keyring, calendars);
  const ports = await Promise.all(Array.from({ length: workers }, () => freePort()));
  const orders = await CrashOrders.open(join(dataDir, 'orders'));
  const crew = hireCrew(ports, (slot) => ({
    DATABASE_URL: deskUrl,
    ...(redis !== null && { REDIS_URL: redis.url }),
    SMTP_URL: office.smtp.url,
    MAIL_JOURNAL_URL: office.journalUrl,
    MAIL_JOURNAL_LAG_SECONDS: String(JOURNAL_LAG_SECONDS),
    ARTIKLA_KEY: secret.toString('base64'),
    CHAOS_ORDERS: orders.folder,
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
    LEASE_SECONDS: String(LEASE_SECONDS),
    ...(WRONG_CLOCKS[slot] !== undefined && { CHAOS_CLOCK_HOURS: WRONG_CLOCKS[slot] }),
    ...(mutation !== undefined && { CHAOS_MUTATION: mutation }),
  }));
  building.defer(() => crew.stop());
  await crew.complete();

  const clock = new DeskClock(database, calendars);
  const organisation = new Organisation(orm);
  const standing = building.move();
  return {
    queuePrefix: QUEUE_PREFIX,
    orders,
    postgres,
    redis,
    redisClient,
    office,
    crew,
    orm,
    database,
    ledger,
    clock,
    organisation,
    digests: new DigestPlanner(database, clock, organisation),
    filing: new Filing(ledger, organisation, keyring),
    /** Those whom the registers find by their address, with a contact on file that may be trusted. */
    people: everyone.filter(({ email, difficulty }) => email !== null && difficulty === null),
    stop: () => standing.disposeAsync(),
  };
};

export type Town = Awaited<ReturnType<typeof buildTown>>;
