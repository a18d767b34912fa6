import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdtemp, readFile, readdir, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedPostgresError } from './error.js';
import { freePort } from './free-port.js';
import type { PostgresHome } from './home.js';

const run = promisify(execFile);

export const ROLE = 'artikla';
const VERSION = '18';
const ROOM_NEEDED_BYTES = 100 * 1024 * 1024;

/**
 * Fixed when the cluster is made. Only passwords, only loopback. The log carries neither statements nor the DETAIL of
 * an error, because both repeat what people wrote.
 */
const INITDB_OPTIONS = [
  `--username=${ROLE}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--set=listen_addresses=127.0.0.1',
  '--set=unix_socket_directories=',
  '--set=max_connections=200',
  '--set=timezone=UTC',
  '--set=log_timezone=UTC',
  '--set=log_error_verbosity=terse',
  '--set=log_min_error_statement=panic',
];
const LOSABLE = '-c fsync=off -c synchronous_commit=off -c full_page_writes=off';

/** One PostgreSQL data folder, and the two programs that act on it. */
export class Cluster {
  private readonly data: string;
  private readonly log: string;

  constructor(private readonly home: PostgresHome) {
    this.data = join(home.folder, 'data');
    this.log = join(home.folder, 'server.log');
  }

  /** Makes the cluster unless it is there. It appears whole or not at all: until it is ready it has another name. */
  async make(announce: (line: string) => void): Promise<void> {
    await this.refuseFullDisk();
    const found = await this.version();
    if (found === VERSION) return;
    if (found) {
      throw new EmbeddedPostgresError(
        `The database in ${this.home.folder} was made by PostgreSQL ${found} and this Artikla brings ${VERSION}: set DATA_DIR to a new folder and restore a backup there.`,
      );
    }
    if ((await readdir(this.home.folder).catch(() => [])).length > 0) throw this.unusable('PG_VERSION is missing');

    announce(`Making a database in ${this.home.folder}`);
    const unfinished = await mkdtemp(`${this.home.folder}.unfinished-`);
    const password = join(unfinished, 'password');
    await writeFile(password, randomBytes(24).toString('hex'), { mode: 0o600 });
    await this.giveToAccount(unfinished, password);
    try {
      const places = [`--pgdata=${join(unfinished, 'data')}`, `--pwfile=${password}`];
      await this.execute('initdb', [...places, ...INITDB_OPTIONS]);
      await rename(unfinished, this.home.folder);
    } catch (error) {
      await rm(unfinished, { recursive: true });
      // Another process may have been quicker; its cluster is as good as ours.
      if ((await this.version()) !== VERSION) throw error;
    }
  }

  password(): Promise<string> {
    return readFile(join(this.home.folder, 'password'), 'utf8');
  }

  /** Port of the server that runs on this folder, whoever started it; undefined when none does. */
  async runningPort(): Promise<number | undefined> {
    // Its lines: process id, data folder, start time, port (PostgreSQL's src/include/utils/pidfile.h).
    const pidFile = join(this.data, 'postmaster.pid');
    const [pid, , , port] = (await readFile(pidFile, 'utf8').catch(() => '')).split('\n');
    if (!port || !(await this.isRunning())) return undefined;
    // After a crash of the machine the number may belong to any program of this user, which PostgreSQL would respect.
    const program = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => 'postgres');
    if (program.trim() === 'postgres') return Number(port);
    await rm(pidFile);
    return undefined;
  }

  /** Starts the server, on the port of last time if that is free, and waits until it answers. */
  async start({ durable }: { durable: boolean }): Promise<number> {
    const portFile = join(this.home.folder, 'port');
    const port = await freePort(Number(await readFile(portFile, 'utf8').catch(() => 0)));
    await rm(this.log, { force: true });
    const settings = `-p ${port}${durable ? '' : ` ${LOSABLE}`}`;
    await this.control('start', '--log', this.log, '--options', settings, '--wait', '--timeout', '300').catch(
      async () => {
        throw this.explained(await readFile(this.log, 'utf8').catch(() => ''));
      },
    );
    await writeFile(portFile, String(port));
    return port;
  }

  /** Rolls back what is under way and stops the server. */
  async stop(): Promise<void> {
    if (await this.runningPort()) await this.control('stop', '--mode', 'fast', '--wait', '--timeout', '60');
  }

  private isRunning(): Promise<boolean> {
    return this.control('status').then(
      () => true,
      () => false,
    );
  }

  private control(command: 'status' | 'start' | 'stop', ...options: string[]): Promise<void> {
    return this.execute('pg_ctl', [command, '--pgdata', this.data, ...options]);
  }

  private async execute(program: 'initdb' | 'pg_ctl', args: string[]): Promise<void> {
    try {
      await run(this.home.programs[program], args, { ...this.home.account, cwd: dirname(this.home.folder) });
    } catch (error) {
      throw this.explained((error as { stderr?: string }).stderr ?? '');
    }
  }

  private explained(output: string): EmbeddedPostgresError {
    if (output.includes('No space left on device')) return this.diskFull();
    const reason = /(?:FATAL|PANIC|error): +(.+)/.exec(output)?.[1] ?? output.trim().split('\n').at(-1);
    return this.unusable(reason || 'it gives no reason');
  }

  private async version(): Promise<string | undefined> {
    try {
      return (await readFile(join(this.data, 'PG_VERSION'), 'utf8')).trim();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw this.unusable('it belongs to another user');
    }
  }

  private async giveToAccount(...paths: string[]): Promise<void> {
    const { uid, gid } = this.home.account;
    if (uid === undefined || gid === undefined) return;
    for (const path of paths) await chown(path, uid, gid);
  }

  private async refuseFullDisk(): Promise<void> {
    const { bavail, bsize } = await statfs(dirname(this.home.folder));
    if (bavail * bsize < ROOM_NEEDED_BYTES) throw this.diskFull();
  }

  private diskFull(): EmbeddedPostgresError {
    return new EmbeddedPostgresError(
      `The disk that holds ${this.home.folder} is full: free at least 100 MB and start again; nothing that was saved is lost.`,
    );
  }

  unusable(why: string): EmbeddedPostgresError {
    return new EmbeddedPostgresError(
      `PostgreSQL cannot use ${this.home.folder} (${why}): if it was copied or deleted by halves, restore it from a backup, or move it away to start with an empty desk.`,
    );
  }
}
