import { NestFactory } from '@nestjs/core';
import { Client, escapeIdentifier, Pool } from 'pg';
import { createDemoRegister } from '#connectors/demo-register/create';
import { StaffAccounts } from '#features/accounts/staff-accounts';
import { Database } from '#persistence/database';
import { DatabaseTime } from '#persistence/database-time';
import { Keyring } from '#persistence/keyring';
import { Ledger } from '#persistence/ledger';
import { Organisation } from '#persistence/organisation';
import { ClockWatermark } from '#queue/clock-watermark';
import { EffectRunner } from '#queue/effect-runner';
import { readDemoData } from './demo-data.js';
import { createOrganisation, hasOrganisation } from './organisation.js';
import { PastModule, type PastOptions } from './past.module.js';
import { liveThrough } from './past.js';
import { createStaff, staffIds } from './staff.js';

export interface DemoOptions extends PastOptions {
  /** Folder that holds `data/`. */
  readonly root: string;
  readonly dataDir: string;
  /** The demo company's own systems: a database of theirs. */
  readonly registerUrl: string;
  readonly progress: (done: number, of: number) => void;
}

const today = (timeZone: string): Temporal.PlainDate => Temporal.Now.plainDateISO(timeZone);

/** Only while the past is made: what a power cut takes then is made again from the start. */
const withoutWaitingForDisk = async <T>(databaseUrl: string, work: () => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const name = escapeIdentifier(client.database ?? '');
  try {
    await client.query(`alter database ${name} set synchronous_commit = off`);
    return await work();
  } finally {
    await client.query(`alter database ${name} reset synchronous_commit`);
    await client.query('checkpoint').catch(() => undefined);
    await client.end();
  }
};

/** A demo whose past was interrupted can only be made anew. */
export class UnfinishedDemoError extends Error {
  constructor() {
    super('The demo was interrupted while it was made; start once with `npm start -- --reset-demo`.');
    this.name = 'UnfinishedDemoError';
  }
}

/** Looks before anything is changed. A past that was left half made shows by its clock, which still stands before today. */
const isMade = async (databaseUrl: string): Promise<boolean> => {
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  const database = new Database(pool);
  try {
    const behind = await database.query(`select from artikla.time_shift where shift < interval '0'`);
    if (behind.length > 0) throw new UnfinishedDemoError();
    return await hasOrganisation(database);
  } finally {
    await pool.end();
  }
};

/**
 * Makes the demo on an empty desk; a desk that has an organisation is left as it is. True when something was made.
 * Throws `UnfinishedDemoError` when an earlier start was interrupted while making it.
 */
export const setUpDemo = async (options: DemoOptions): Promise<boolean> =>
  (await isMade(options.databaseUrl)) ? false : withoutWaitingForDisk(options.databaseUrl, () => makeDemo(options));

const makeDemo = async (options: DemoOptions): Promise<boolean> => {
  const app = await NestFactory.createApplicationContext(PastModule.forRoot(options), { logger: ['error', 'warn'] });
  try {
    const database = app.get(Database);
    const data = await readDemoData(options.root);
    const pool = new Pool({ connectionString: options.registerUrl, max: 2 });
    const people = await createDemoRegister(pool, today(data.profile.timeZone), options.root);
    await pool.end();
    await createOrganisation(database, app.get(Keyring), data, options.registerUrl);
    await createStaff(app.get(StaffAccounts), options.dataDir);
    await liveThrough(
      {
        database,
        time: app.get(DatabaseTime),
        ledger: app.get(Ledger),
        keyring: app.get(Keyring),
        organisation: app.get(Organisation),
        runner: app.get(EffectRunner),
        watermark: app.get(ClockWatermark),
        people,
        staff: await staffIds(database),
      },
      options.progress,
    );
    return true;
  } finally {
    await app.close();
  }
};
