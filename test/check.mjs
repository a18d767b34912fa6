/** `npm run check`: everything that can be said about the sources without a server, in under a minute. */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Scripts of package.json; the longest first, so that they overlap best. */
const CHECKS = ['unit', 'types', 'lint', 'format:check', 'dead-code', 'layers'];

const check = (script) =>
  new Promise((resolve) => {
    const begun = performance.now();
    const child = spawn(process.execPath, ['--run', script], { stdio: ['ignore', 'pipe', 'pipe'] });
    const output = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
    child.on('close', (code) => {
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'} ${script} (${seconds} s)\n`);
      if (code !== 0) process.stdout.write(Buffer.concat(output));
      resolve(code === 0);
    });
  });

const waiting = CHECKS.values();
const takeTurns = async () => {
  let good = true;
  for (const script of waiting) good = (await check(script)) && good;
  return good;
};

const results = await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, takeTurns));
process.exitCode = results.every(Boolean) ? 0 : 1;
