import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

/** Built by `npm test` before any test runs. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MAIN = join(ROOT, 'dist/apps/cli/main.js');

const LINE = `${JSON.stringify({ id: 'A1', regime: 'EU_GDPR', country: 'FI', received: '2026-01-31' })}\n`;

/** An installation that has nothing but the holidays: no settings, no data folder. */
let bare = '';

beforeAll(async () => {
  bare = await mkdtemp(join(tmpdir(), 'artikla-clock-'));
  await mkdir(join(bare, 'data'));
  await symlink(join(ROOT, 'data/holidays'), join(bare, 'data/holidays'));
});
afterAll(() => rm(bare, { recursive: true }));

const start = (): ChildProcessWithoutNullStreams => {
  const { PATH = '' } = process.env;
  return spawn(process.execPath, [MAIN, 'clock'], {
    cwd: bare,
    env: { PATH, DATABASE_URL: 'postgresql://127.0.0.1:1/x' },
  });
};

const exitCode = async (child: ChildProcessWithoutNullStreams): Promise<number | null> =>
  child.exitCode ?? ((await once(child, 'exit')) as [number | null])[0];

const run = async (input: string) => {
  const child = start();
  child.stdin.end(input);
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), exitCode(child)]);
  return { code, stderr, lines: stdout.split('\n').slice(0, -1) };
};

describe('the process artikla clock', () => {
  it('answers without a database and leaves no file behind', async () => {
    const { code, stderr, lines } = await run(LINE);
    expect({ code, stderr, due: (JSON.parse(lines[0] ?? '') as { due: string }).due }).toEqual({
      code: 0,
      stderr: '',
      due: '2026-03-02',
    });
    expect(await readdir(bare)).toEqual(['data']);
  });

  it('answers a line while the input is still open', async () => {
    const child = start();
    child.stdin.write(LINE);
    const [answer] = (await once(child.stdout, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^\{"id":"A1","due":"2026-03-02",.*\}\n$/);
    child.stdin.end();
    expect(await exitCode(child)).toBe(0);
  });

  it('answers every one of many lines, and tells by its exit code that one was bad', async () => {
    const { code, stderr, lines } = await run(`${LINE.repeat(3000)}nonsense\n`);
    expect({ code, stderr, count: lines.length }).toEqual({ code: 1, stderr: '', count: 3001 });
    expect(lines.at(-1)).toBe('{"id":null,"error":{"code":"bad-json","message":"The line is not JSON."}}');
  });

  it('ends quietly when nobody reads on, as under head', async () => {
    const child = start();
    child.stdin.on('error', () => undefined);
    child.stdin.end(LINE.repeat(20_000));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [stderr, code] = await Promise.all([text(child.stderr), exitCode(child)]);
    expect({ stderr, code }).toEqual({ stderr: '', code: 1 });
  });
});
