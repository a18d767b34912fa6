import { NestFactory } from '@nestjs/core';
import { Pool } from 'pg';
import { createDemoRegister } from '#connectors/demo-register/create';
import { StaffAccounts } from '#features/accounts/staff-accounts';
import { Database } from '#persistence/database';
import { DatabaseTime } from '#persistence/database-time';
import { Keyring } from '#persistence/keyring';
import { Ledger } from '#persistence/ledger';
import { Organisation } from '#persistence/organisation';
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

/** Makes the demo on an empty desk; a desk that has an organisation is left as it is. True when something was made. */
export const setUpDemo = async (options: DemoOptions): Promise<boolean> => {
  const app = await NestFactory.createApplicationContext(PastModule.forRoot(options), { logger: ['error', 'warn'] });
  try {
    const database = app.get(Database);
    if (await hasOrganisation(database)) return false;
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
