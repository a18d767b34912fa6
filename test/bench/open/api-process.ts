import { Database } from '#persistence/database';
import { freePort } from '#persistence/embedded/free-port';
import { Addresses } from '#contracts/addresses';
import { Sessions } from '#features/accounts/sessions';
import { StaffAccounts } from '#features/accounts/staff-accounts';
import { startApp, type RunningApp } from '#test/support/processes';
import type { OpenDesk } from '#test/bench/open/open-desk';

/** The settings under which the built apps serve this desk. No mail leaves: nobody listens there. */
export const settingsFor = async ({ databaseUrl, key }: OpenDesk, dataDir: string) => {
  const [consolePort, portalPort, workerPort] = [await freePort(), await freePort(), await freePort()];
  return {
    DATABASE_URL: databaseUrl,
    ARTIKLA_KEY: key,
    CONSOLE_PORT: String(consolePort),
    CONSOLE_URL: `http://localhost:${consolePort}`,
    PORTAL_PORT: String(portalPort),
    PORTAL_URL: `http://localhost:${portalPort}`,
    WORKER_PORT: String(workerPort),
    SMTP_URL: 'smtp://127.0.0.1:1',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
  };
};

export interface SignedInApi {
  readonly app: RunningApp;
  /** What a browser of an officer gets, as JSON. */
  readonly get: (path: string) => Promise<unknown>;
}

/** The built api on this desk, with an officer signed in. */
export const startSignedInApi = async (desk: OpenDesk, dataDir: string): Promise<SignedInApi> => {
  const env = await settingsFor(desk, dataDir);
  const database = new Database(desk.pool);
  const sessions = new Sessions(database);
  const email = `${crypto.randomUUID()}@example.com`;
  await new StaffAccounts(database, sessions).invite({
    email,
    name: 'Testi Virkailija',
    role: 'officer',
    language: 'en',
  });
  const [officer] = await database.query<{ id: string }>('select id from staff_user where email = $1', [email]);
  const token = await sessions.begin(officer?.id ?? '');
  const { name } = new Addresses(env.CONSOLE_URL, env.PORTAL_URL).cookie('console', 'sid');
  const app = await startApp('api', { env });
  return {
    app,
    get: async (path) => {
      const answer = await fetch(`http://127.0.0.1:${env.CONSOLE_PORT}${path}`, {
        headers: { cookie: `${name}=${token}` },
      });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as unknown;
    },
  };
};
