/**
 * Brings the project into a state in which it can run: packages installed, sources built. Plain JavaScript without
 * packages, because it runs before they are there and under whatever Node.js (20 or newer) the machine has.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The Node.js that the project brings as a package; it need not be the one that runs this file. */
export const NODE = inRoot('node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** What stops us, as one sentence for the person who typed the command. */
export class Problem extends Error {}

const OLDEST_NODE = 20;
const INSTALLED = inRoot('node_modules/.artikla-installed');
const LOCK = inRoot('.artikla/prepare.lock');
const CONFIGURATION = ['package.json', 'package-lock.json', 'nest-cli.json', '.swcrc', 'tsconfig.json'];

const builds = [
  {
    name: 'server',
    sources: ['apps', 'libs', ...CONFIGURATION],
    except: /^apps.console/,
    outputs: () => ['dist/libs', ...list('dist/apps').filter((path) => !path.endsWith('console'))],
    command: ['node_modules/@nestjs/cli/bin/nest.js', 'build'],
  },
  {
    name: 'console',
    sources: ['apps/console', 'libs/contracts', 'libs/domain', 'libs/texts', ...CONFIGURATION],
    outputs: () => ['dist/apps/console'],
    command: ['node_modules/vite/bin/vite.js', 'build', 'apps/console'],
  },
];

/**
 * Installs and builds what is missing or older than its sources; a few milliseconds when nothing is.
 * Several processes may call it at once: one works, the others wait for it.
 * @param {(line: string) => void} say told of every slow step
 */
export const prepare = async (say) => {
  const running = Number(process.versions.node.split('.')[0]);
  if (running < OLDEST_NODE) {
    throw new Problem(`Artikla needs Node.js ${OLDEST_NODE} or newer to start, and this is ${process.version}.`);
  }
  if (isInstalled() && staleBuilds().length === 0) return;
  await alone(async () => {
    if (!isInstalled()) await install(say);
    await Promise.all(staleBuilds().map((build) => make(build, say)));
  });
};

function inRoot(...path) {
  return join(ROOT, ...path);
}

const list = (folder) =>
  existsSync(inRoot(folder)) ? readdirSync(inRoot(folder)).map((name) => join(folder, name)) : [];

const lockfileHash = () =>
  createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex');

const isInstalled = () => {
  if (!existsSync(NODE)) return false;
  if (existsSync(INSTALLED)) return readFileSync(INSTALLED, 'utf8') === lockfileHash();
  // Installed by hand: npm writes this file last, so it is younger than the lockfile that was installed.
  const byHand = statSync(inRoot('node_modules/.package-lock.json'), { throwIfNoEntry: false });
  return byHand !== undefined && byHand.mtimeMs > statSync(inRoot('package-lock.json')).mtimeMs;
};

const install = async (say) => {
  say('Installing packages. This happens once and takes a minute or two.');
  const options = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const { npm_execpath: npm } = process.env;
  const { code, output } = npm
    ? await run(process.execPath, [npm, 'ci', ...options])
    : await run('npm', ['ci', ...options], { shell: process.platform === 'win32' });
  if (code !== 0) {
    process.stderr.write(output);
    throw new Problem('The packages could not be installed ("npm ci" says why above): mend that and start again.');
  }
  if (!existsSync(NODE)) {
    throw new Problem('npm skipped the install scripts that bring Node.js: run "npm ci --ignore-scripts=false".');
  }
  writeFileSync(INSTALLED, lockfileHash());
};

const stampOf = (build) => inRoot('dist', `.${build.name}-built-from`);

const staleBuilds = () =>
  builds.filter(
    (build) =>
      existsSync(inRoot(build.sources[0])) &&
      (!existsSync(stampOf(build)) || readFileSync(stampOf(build), 'utf8') !== fingerprint(build)),
  );

/** Changes when a source file appears, disappears or is written. */
const fingerprint = ({ sources, except }) => {
  const hash = createHash('sha256');
  const add = (path) => {
    if (except?.test(path)) return;
    const stats = statSync(inRoot(path), { throwIfNoEntry: false });
    if (stats?.isDirectory()) list(path).sort().forEach(add);
    else if (stats && !/\.spec\.tsx?$/.test(path)) hash.update(`${path} ${stats.size} ${stats.mtimeMs}\n`);
  };
  sources.forEach(add);
  return hash.digest('hex');
};

const make = async (build, say) => {
  say(`Building the ${build.name}.`);
  const builtFrom = fingerprint(build);
  // What was made from a source that is gone must go too: a migration, say, would still run.
  for (const output of build.outputs()) rmSync(inRoot(output), { recursive: true, force: true });
  const { code, output } = await run(NODE, build.command);
  if (code !== 0) {
    process.stderr.write(output);
    throw new Problem(`The ${build.name} could not be built; the reason is above.`);
  }
  writeFileSync(stampOf(build), builtFrom);
};

const run = (command, args, options = {}) =>
  new Promise((resolve) => {
    const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
    const child = spawn(command, args, { ...options, cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 1, output: `${error.message}\n` }));
    child.on('close', (code) => resolve({ code, output }));
  });

const alone = async (work) => {
  mkdirSync(inRoot('.artikla'), { recursive: true });
  while (!tryLock()) await pause(200);
  try {
    await work();
  } finally {
    rmSync(LOCK);
  }
};

const tryLock = () => {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isAlive(Number(readFileSync(LOCK, 'utf8')))) rmSync(LOCK, { force: true });
    return false;
  }
};

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
