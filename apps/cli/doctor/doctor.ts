import { readSettings, SettingsError, type Settings } from '#contracts/settings';
import { readArguments } from '../arguments.js';
import { assertDesk, loadKeyring, withDatabase, type OpenDesk } from '../desk.js';
import { reasonOf } from '../reason.js';
import { checkAudit } from './audit.js';
import { checkClock, checkClockJump } from './clock.js';
import { failure, fine, lineOf, type Finding } from './finding.js';
import { checkKeys } from './keys.js';
import { checkMail } from './mail.js';
import { checkQueue, checkWork } from './queue.js';
import { checkSchema } from './schema.js';
import { checkStorage } from './storage.js';
import type { Keyring } from '#persistence/keyring';
import type { CommandModule, Surroundings } from '../command.js';

type Report = (findings: readonly Finding[]) => void;

/** One part that fails must not hide what the others would say. */
const look = async (about: string, report: Report, check: () => Promise<Finding[]>): Promise<void> => {
  report(await check().catch((error: unknown) => [failure(about, `could not be checked (${reasonOf(error)}).`)]));
};

const readOrReport = (env: Surroundings['env'], report: Report): Settings | null => {
  try {
    const settings = readSettings(env);
    const place = settings.DATABASE_URL === undefined ? `embedded in ${settings.DATA_DIR}` : 'at DATABASE_URL';
    report([fine('Settings', `all can be read; the database is ${place}.`)]);
    return settings;
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    report(error.problems.map((problem) => failure('Settings', problem)));
    return null;
  }
};

const keyringOrReport = async (settings: Settings, report: Report): Promise<Keyring | null> => {
  try {
    return await loadKeyring(settings);
  } catch (error) {
    report([failure('Key', reasonOf(error))]);
    return null;
  }
};

/** What stands by itself, whether or not there is a database. */
const examineSurroundings = async (settings: Settings, keyring: Keyring | null, report: Report): Promise<void> => {
  if (keyring !== null) await look('Storage', report, () => checkStorage(settings, keyring));
  await look('Mail', report, () => checkMail(settings));
  await look('Queue', report, () => checkQueue(settings));
};

const examineDesk = async (desk: OpenDesk, keyring: Keyring | null, report: Report): Promise<void> => {
  const schema = await checkSchema(desk);
  report(schema);
  // The rest asks tables that an older schema may not have.
  if (schema.some(({ level }) => level === 'failure')) return;
  if (keyring !== null) await look('Key', report, () => checkKeys(desk, keyring));
  await look('Clock', report, () => checkClock(desk));
  await look('Clock', report, () => checkClockJump(desk));
  await look('Work', report, () => checkWork(desk));
  await look('Audit', report, () => checkAudit(desk));
};

const examine = async (settings: Settings, report: Report): Promise<void> => {
  await assertDesk(settings);
  const keyring = await keyringOrReport(settings, report);
  await examineSurroundings(settings, keyring, report);
  await withDatabase(settings, (desk) => examineDesk(desk, keyring, report));
};

/** `artikla doctor`: looks at everything the desk stands on. Exit 0 when nothing failed, warnings or not. */
export const run: CommandModule['run'] = async (args, { env, print }) => {
  readArguments(args, 0);
  const all: Finding[] = [];
  const report: Report = (findings) => {
    for (const finding of findings) print(lineOf(finding));
    all.push(...findings);
  };
  const settings = readOrReport(env, report);
  if (settings !== null) {
    await examine(settings, report).catch((error: unknown) => report([failure('Database', reasonOf(error))]));
  }
  return all.some(({ level }) => level === 'failure') ? 1 : 0;
};
