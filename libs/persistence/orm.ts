import { defineConfig, UnderscoreNamingStrategy, type Options } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import { Controller } from './entities/controller.js';
import { Document } from './entities/document.js';
import { Register } from './entities/register.js';
import { StaffUser } from './entities/staff-user.js';
import { Acknowledgements } from './migrations/acknowledgements.js';
import { ChangedDates } from './migrations/changed-dates.js';
import { ClockSettingsAndCounting } from './migrations/clock-settings.js';
import { Engine } from './migrations/engine.js';
import { Initial } from './migrations/initial.js';
import { Live } from './migrations/live.js';
import { MayNotApprove } from './migrations/may-not-approve.js';
import { OneStatement } from './migrations/one-statement.js';
import { PausedOrder } from './migrations/paused-order.js';
import { Queue } from './migrations/queue.js';
import { QueueDesk } from './migrations/queue-desk.js';
import { Reminders } from './migrations/reminders.js';
import { Attachments } from './migrations/attachments.js';
import { Reports } from './migrations/reports.js';
import { ReportColumns } from './migrations/report-columns.js';
import { RulesInUse } from './migrations/rules-in-use.js';
import { Settings } from './migrations/settings.js';
import { Scale } from './migrations/scale.js';
import { Watermark } from './migrations/watermark.js';
import { WorkerRoll } from './migrations/worker-roll.js';

/** Newest last. A migration that has run anywhere is never changed again. */
const MIGRATIONS = [
  { name: '2026-11-22-initial', class: Initial },
  { name: '2026-11-23-clock-settings', class: ClockSettingsAndCounting },
  { name: '2026-11-24-reminders', class: Reminders },
  { name: '2026-11-24-engine', class: Engine },
  { name: '2026-11-25-changed-dates', class: ChangedDates },
  { name: '2026-11-25-acknowledgements', class: Acknowledgements },
  { name: '2026-11-26-rules-in-use', class: RulesInUse },
  { name: '2026-11-27-one-statement', class: OneStatement },
  { name: '2026-11-27-queue', class: Queue },
  { name: '2026-11-27-queue-desk', class: QueueDesk },
  { name: '2026-11-27-watermark', class: Watermark },
  { name: '2026-11-27-reports', class: Reports },
  { name: '2026-11-27-attachments', class: Attachments },
  { name: '2026-11-27-live', class: Live },
  { name: '2026-11-27-settings', class: Settings },
  { name: '2026-11-27-scale', class: Scale },
  { name: '2026-11-27-worker-roll', class: WorkerRoll },
  { name: '2026-11-27-paused-order', class: PausedOrder },
  { name: '2026-11-29-may-not-approve', class: MayNotApprove },
  { name: '2026-11-29-report-columns', class: ReportColumns },
];

/** The changes of the schema that this release knows, newest last. */
export const MIGRATION_NAMES: readonly string[] = MIGRATIONS.map(({ name }) => name);

/**
 * A process that stands still in the middle of a transaction would keep everybody else from its rows, for as long as it does:
 * after so many milliseconds PostgreSQL takes the transaction from it. No transaction of ours waits for anything but the
 * database.
 */
const IDLE_IN_TRANSACTION_MS = 15_000;

/** How the ORM connects; one pool for entities and hand-written SQL alike. */
export const ormOptions = (databaseUrl: string, poolSize = 10): Options =>
  defineConfig({
    clientUrl: databaseUrl,
    entities: [Controller, Register, StaffUser, Document],
    namingStrategy: UnderscoreNamingStrategy,
    // One flush that changes several rows of a versioned entity must not batch them (durability, finding 4).
    useBatchUpdates: false,
    pool: { min: 0, max: poolSize },
    driverOptions: { idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS },
    extensions: [Migrator],
    migrations: { migrationsList: MIGRATIONS, snapshot: false, silent: true },
  });
