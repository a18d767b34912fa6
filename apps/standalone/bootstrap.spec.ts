import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { waitForOutput } from '#test/support/output';

const BOOTSTRAP = fileURLToPath(new URL('bootstrap.mjs', import.meta.url));
const PREPARED_WITHIN_MS = 60_000;

const exitCode = async (child: ChildProcess): Promise<number | null> => {
  await once(child, 'exit');
  return child.exitCode;
};

describe('the bootstrap', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'artikla-bootstrap-'));
  });

  afterAll(() => rm(folder, { recursive: true }));

  const start = async (script: string, ...args: string[]) => {
    const file = join(folder, 'script.mjs');
    await writeFile(file, script);
    return spawn(process.execPath, [BOOTSTRAP, file, ...args]);
  };

  it('runs the file on Node.js 26, with its arguments, its input and its exit code', async () => {
    const child = await start(
      `for await (const chunk of process.stdin) console.log(process.version, process.argv.slice(2).join(), String(chunk));
       process.exitCode = 2;`,
      'clock',
      '--language=fi',
    );
    child.stdin.end('one line');
    const [output, code] = await Promise.all([text(child.stdout), exitCode(child)]);
    expect(output).toMatch(/^v26\.\d+\.\d+ clock,--language=fi one line\n$/);
    expect(code).toBe(2);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('hands %s on and waits for a clean end', async (signal) => {
    const child = await start(
      `process.once('${signal}', () => setTimeout(() => process.exit(0), 100));
       console.log('ready'); setInterval(() => {}, 1000);`,
    );
    await waitForOutput(child, /ready/, PREPARED_WITHIN_MS);
    child.kill(signal);
    const [output, code] = await Promise.all([text(child.stderr), exitCode(child)]);
    expect({ output, code }).toEqual({ output: '', code: 0 });
  });

  it('does not wait any longer when Ctrl-C is pressed again', async () => {
    const child = await start(`process.on('SIGINT', () => {}); console.log('ready'); setInterval(() => {}, 1000);`);
    await waitForOutput(child, /ready/, PREPARED_WITHIN_MS);
    child.kill('SIGINT');
    setTimeout(() => child.kill('SIGINT'), 1200);
    expect(await exitCode(child)).toBe(137);
  });

  it('ends with the shell that npm put between itself and it', async () => {
    const script = join(folder, 'script.mjs');
    await writeFile(
      script,
      `process.once('SIGTERM', () => { console.log('ended'); process.exit(0); });
       console.log('ready'); setInterval(() => {}, 1000);`,
    );
    const command = `"${process.execPath}" "${BOOTSTRAP}" "${script}"; true`;
    const shell = spawn('sh', ['-c', command], { env: { ...process.env, npm_lifecycle_event: 'start' } });
    await waitForOutput(shell, /ready/, PREPARED_WITHIN_MS);
    shell.kill('SIGKILL');
    expect(await text(shell.stdout)).toBe('ended\n');
  });
});
