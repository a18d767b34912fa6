import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { openDeskDatabase } from '#persistence/desk-database';
import { loadOrCreateKey } from '#persistence/load-key';
import { migrate } from '#persistence/migrate';

/** Built by `npm test` before any test runs. */
const MAIN = fileURLToPath(new URL('../../dist/apps/cli/main.js', import.meta.url));

const artikla = (words: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const { PATH = '', HOME = '' } = process.env;
    const child = execFile(
      process.execPath,
      [MAIN, ...words],
      { env: { PATH, HOME, ...env } },
      (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });

describe('the artikla program', () => {
  it('answers on standard output and ends with 0', async () => {
    const { code, stdout, stderr } = await artikla(['help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('artikla audit verify\n');
  });

  it('complains on standard error, in one line and without a stack, and ends with 2 or 1', async () => {
    expect(await artikla(['nonsense'])).toMatchObject({ code: 2, stdout: '' });
    const { code, stdout, stderr } = await artikla(['audit', 'verify'], { DATABASE_URL: 'postgresql://127.0.0.1:1/x' });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^The database cannot be reached \(ECONNREFUSED\)[^\n]*\n$/);
  });

  it('starts the embedded database for the call when it does not run, and stops it again', async () => {
    const DATA_DIR = await mkdtemp(join(tmpdir(), 'artikla-main-'));
    await loadOrCreateKey(DATA_DIR);
    const database = await openDeskDatabase({ DATA_DIR });
    await migrate(database.url);
    await database.stop();
    expect(await artikla(['audit', 'verify'], { DATA_DIR })).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^All is as it was recorded\. Entries: 0, /),
      stderr: '',
    });
    await expect(readFile(join(DATA_DIR, 'postgres/data/postmaster.pid'))).rejects.toThrow('ENOENT');
    await rm(DATA_DIR, { recursive: true });
  });
});
