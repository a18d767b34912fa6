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

const readResults = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);

/** A suite that could not run at all counts as one failure, and so does a run that failed without a failed test. */
const countResults = (results, exitCode) => {
  if (results === null) return { passed: 0, failed: 1 };
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  return { passed: results.numPassedTests, failed: exitCode === 0 ? failed : Math.max(failed, 1) };
};

const failedFiles = (results) =>
  results.testResults.filter(({ status }) => status === 'failed').map(({ name }) => name);

const passedIn = (results, files) =>
  results.testResults
    .filter(({ name }) => files.includes(name))
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed').length;

/**
 * Beside a dozen browsers and databases a spec can run out of time without a fault of its own. So in a whole run what
 * failed is run once more by itself, and named when that went well: a spec that is named often is to be mended.
 */
const lookAgain = async (folder, first, env) => {
  const files = failedFiles(first);
  process.stderr.write(`Once more, one by one:\n${files.map((file) => `  ${file}\n`).join('')}`);
  const result = join(folder, 'again.json');
  const exitCode = await runJest(
    ['--json', `--outputFile=${result}`, '--runInBand', '--runTestsByPath', ...files],
    env,
  );
  const again = readResults(result);
  const { passed, failed } = countResults(again, exitCode);
  const unsteady = again === null ? [] : files.filter((file) => !failedFiles(again).includes(file));
  if (unsteady.length > 0) process.stderr.write(`Failed in the crowd, passed alone:\n  ${unsteady.join('\n  ')}\n`);
  return { passed: first.numPassedTests - passedIn(first, files) + passed, failed };
};

/** More failures than this are no crowd. */
const MOST_TO_REPEAT = 12;

const main = async () => {
  bringWhatIsMissing();
  const folder = mkdtempSync(join(tmpdir(), 'artikla-run-'));
  const result = join(folder, 'result.json');
  const server = await takeTestServer();
  try {
    await dropLeftovers(server);
    const picked = process.argv.slice(2);
    // The console is built before this file runs, so the specs of its pages need not build it again.
    const env = { TEST_DATABASE_URL: server.adminUrl, TEST_CONSOLE: 'dist/apps/console' };
    const exitCode = await runJest(['--json', `--outputFile=${result}`, ...picked], env);
    const results = readResults(result);
    const failures = results === null ? 0 : failedFiles(results).length;
    const repeats = picked.length === 0 && failures > 0 && failures <= MOST_TO_REPEAT;
    return repeats ? await lookAgain(folder, results, env) : countResults(results, exitCode);
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
