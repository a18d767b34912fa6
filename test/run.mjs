/**
 * `npm test [-- JEST ARGUMENTS]`: everything, or what the arguments pick. Brings what the tests need, starts one
 * PostgreSQL for the run, and prints `N passed, N failed` as its last line.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { dropLeftovers, takeTestServer } from '#test/support/database';
import { findChromium } from '#test/support/browser';

const JEST = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];

const NEEDED = [
  { name: 'Redis', debian: 'redis-server', isThere: () => onPath('redis-server') },
  { name: 'Chromium', debian: 'chromium', isThere: () => findChromium() !== undefined },
];

/** Brought where it harms nobody: on a machine of somebody's own its package would begin to serve a page. */
const WISHED = process.env.CI ? [{ name: 'Caddy', debian: 'caddy', isThere: () => onPath('caddy') }] : [];

const onPath = (program) => process.env.PATH.split(delimiter).some((folder) => existsSync(join(folder, program)));

const missing = (of = NEEDED) => of.filter((need) => !need.isThere());

const bringWhatIsMissing = () => {
  const packages = missing([...NEEDED, ...WISHED]).map((need) => need.debian);
  if (packages.length === 0) return;
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    process.stderr.write(`Installing ${packages.join(' and ')} for the tests.\n`);
    const aptGet = (...args) =>
      spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], {
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    aptGet('update');
    aptGet('install', '--yes', '--no-install-recommends', ...packages);
  }
  if (missing().length === 0) return;
  const names = missing().map((need) => `${need.name} (Debian package ${need.debian})`);
  throw new Error(`The tests need ${names.join(' and ')}: install and try again; CHROMIUM may name a browser's path.`);
};

const runJest = (args, env) =>
  new Promise((resolve) => {
    const jest = spawn(process.execPath, [...JEST, ...args], { env: { ...process.env, ...env }, stdio: 'inherit' });
    jest.on('exit', resolve);
    // Ctrl-C reaches jest by itself; either way we wait for its end and tidy up.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => jest.kill());
  });

/** A suite that could not run at all counts as one failure, and so does a run that failed without a failed test. */
const countResults = (file, exitCode) => {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(file, 'utf8'));
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed: exitCode === 0 ? failed : Math.max(failed, 1) };
};

const main = async () => {
  bringWhatIsMissing();
  const folder = mkdtempSync(join(tmpdir(), 'artikla-run-'));
  const result = join(folder, 'result.json');
  const server = await takeTestServer();
  try {
    await dropLeftovers(server);
    const args = ['--json', `--outputFile=${result}`, ...process.argv.slice(2)];
    const exitCode = await runJest(args, { TEST_DATABASE_URL: server.adminUrl });
    return countResults(result, exitCode);
  } finally {
    await server.release();
    rmSync(folder, { recursive: true });
  }
};

const { passed, failed } = await main().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  return { passed: 0, failed: 1 };
});
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
