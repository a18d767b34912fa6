import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { Cluster } from './embedded/cluster.js';
import { findPostgresHome } from './embedded/home.js';

const start = (dataDir: string) => startEmbeddedPostgres({ dataDir, durable: false });

const query = async <Row extends object>(url: string, sql: string): Promise<Row[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
};

const answers = (url: string): Promise<boolean> =>
  query(url, 'SELECT 1').then(
    () => true,
    () => false,
  );

const folders: string[] = [];
const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'artikla-embedded-'));
  await chmod(folder, 0o755);
  folders.push(folder);
  return folder;
};

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

describe('the embedded PostgreSQL', () => {
  let dataDir: string;
  const pidFile = () => join(dataDir, 'postgres/data/postmaster.pid');

  beforeAll(async () => {
    dataDir = await newFolder();
  });

  it('keeps what was written, and its port, from one start to the next', async () => {
    const first = await start(dataDir);
    await first.createDatabase('desk');
    await first.createDatabase('desk');
    await query(first.url('desk'), 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    expect(await answers(first.adminUrl)).toBe(false);

    const second = await start(dataDir);
    expect(second.adminUrl).toBe(first.adminUrl);
    expect(await query(second.url('desk'), 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await second.stop();
  });

  it('is PostgreSQL 18 and sorts and folds case the same on every machine', async () => {
    const server = await start(dataDir);
    const [row] = await query(
      server.adminUrl,
      `SELECT current_setting('server_version') AS version, lower('ÅÄÖ') AS folded, current_setting('TimeZone') AS zone`,
    );
    expect(row).toEqual({ version: expect.stringMatching(/^18\./), folded: 'åäö', zone: 'UTC' });
    await server.stop();
  });

  it('asks for a password that only the owner of the folder can read', async () => {
    const server = await start(dataDir);
    const password = await readFile(join(dataDir, 'postgres/password'), 'utf8');
    expect(server.adminUrl).toContain(password);
    expect((await stat(join(dataDir, 'postgres/password'))).mode & 0o777).toBe(0o600);
    expect(await answers(server.adminUrl.replace(password, 'wrong'))).toBe(false);
    await server.stop();
  });

  it('serves several processes and stops with the last of them', async () => {
    const [desk, command] = await Promise.all([start(dataDir), start(dataDir)]);
    await desk.stop();
    expect(await answers(command.adminUrl)).toBe(true);
    await command.stop();
    expect(await answers(command.adminUrl)).toBe(false);
  });

  it('lets several processes stop it at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const servers = await Promise.all([start(dataDir), start(dataDir), start(dataDir)]);
      await Promise.all(servers.map((server) => server.stop()));
      expect(await answers(servers[0].adminUrl)).toBe(false);
    }
  });

  it('stays while it is in use, even after somebody cut every session', async () => {
    const desk = await start(dataDir);
    await query(desk.adminUrl, 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()');
    const held = `SELECT 1 AS held FROM pg_locks WHERE locktype = 'advisory'`;
    while ((await query(desk.adminUrl, held)).length === 0);
    const command = await start(dataDir);
    await command.stop();
    expect(await answers(desk.adminUrl)).toBe(true);
    await desk.stop();
  });

  it('joins the server that a killed process left behind, and stops it in the end', async () => {
    const orphan = await new Cluster(await findPostgresHome(dataDir)).start({ durable: false });
    const next = await start(dataDir);
    expect(new URL(next.adminUrl).port).toBe(String(orphan));
    await next.stop();
    expect(await answers(next.adminUrl)).toBe(false);
  });

  it('recovers by itself after PostgreSQL was killed', async () => {
    const killed = await start(dataDir);
    await killed.createDatabase('survivor');
    process.kill(Number((await readFile(pidFile(), 'utf8')).split('\n')[0]), 'SIGKILL');
    const next = await start(dataDir);
    expect(await answers(next.url('survivor'))).toBe(true);
    await killed.stop();
    await next.stop();
    expect(await answers(next.adminUrl)).toBe(false);
  });

  it('starts although the process number it left behind now belongs to another program', async () => {
    await writeFile(pidFile(), `${process.pid}\n${dataDir}/postgres/data\n1700000000\n5432\n\n127.0.0.1\n`);
    const server = await start(dataDir);
    expect(await answers(server.adminUrl)).toBe(true);
    await server.stop();
  });

  it('takes another port when the one of last time is taken', async () => {
    const intruder = createServer().listen(0, '127.0.0.1');
    await once(intruder, 'listening');
    const { port } = intruder.address() as AddressInfo;
    await writeFile(join(dataDir, 'postgres/port'), String(port));
    const server = await start(dataDir);
    expect(new URL(server.adminUrl).port).not.toBe(String(port));
    await server.stop();
    intruder.close();
  });
});

describe('what the embedded PostgreSQL cannot use', () => {
  it.each([
    ['half a copy', 'base', /PG_VERSION is missing.*restore it from a backup, or move it away/],
    ['data of another version', 'PG_VERSION', /made by PostgreSQL 16.*brings 18/],
  ])('refuses %s in one sentence', async (_what, file, sentence) => {
    const dataDir = await newFolder();
    await mkdir(join(dataDir, 'postgres/data'), { recursive: true });
    await writeFile(join(dataDir, 'postgres/data', file), '16\n');
    const refusal = await start(dataDir).catch((error: Error) => error.message);
    expect(refusal).toMatch(sentence);
    expect(refusal).not.toContain('\n');
  });

  it('says what is missing when a file of the database was lost', async () => {
    const dataDir = await newFolder();
    const server = await start(dataDir);
    await server.stop();
    await rm(join(dataDir, 'postgres/data/global/pg_control'));
    await expect(start(dataDir)).rejects.toThrow(/pg_control.*restore it from a backup/);
  });
});

// Only root has the problem: PostgreSQL then runs as another user, who must be able to reach its files.
if (process.getuid?.() === 0) {
  it('goes where its user can enter when the project lies in a closed folder', async () => {
    const closed = await newFolder();
    const dataDir = join(closed, 'project/.artikla');
    await chmod(closed, 0o700);
    const server = await start(dataDir);
    const home = await realpath(join(dataDir, 'postgres'));
    expect(home).toMatch(/^\/var\/lib\/artikla\//);
    expect(await answers(server.adminUrl)).toBe(true);
    await server.stop();
    await rm(home, { recursive: true });
  });
}
