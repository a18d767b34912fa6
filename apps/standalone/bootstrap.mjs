/**
 * `node apps/standalone/bootstrap.mjs [FILE [ARGUMENTS]]`: prepares the project, then runs FILE on the Node.js that the
 * project brings. Without FILE it only prepares.
 */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { NODE, Problem, ROOT, prepare } from './prepare.mjs';

const FORCE_AFTER_MS = 1000;
const PARENT_CHECK_MS = 200;
const SIGNAL_EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGKILL: 137, SIGTERM: 143 };

const [file, ...args] = process.argv.slice(2);

const start = () => {
  const child = spawn(NODE, [resolve(ROOT, file), ...args], { stdio: 'inherit' });
  child.on('error', (error) => fail(new Problem(`Artikla's own Node.js does not start: ${error.message}.`)));
  child.on('exit', (code, signal) => process.exit(code ?? SIGNAL_EXIT_CODES[signal] ?? 1));

  // A terminal sends Ctrl-C to the child as well, and npm passes it on to us: the same wish arrives up to three times
  // within milliseconds. A later Ctrl-C is a second wish: do not wait any longer.
  let firstAsked;
  const stop = (signal) => {
    firstAsked ??= Date.now();
    const impatient = signal === 'SIGINT' && Date.now() - firstAsked > FORCE_AFTER_MS;
    child.kill(impatient ? 'SIGKILL' : signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  if (process.env.npm_lifecycle_event) whenOrphaned(() => stop('SIGTERM'));
};

/** npm hands SIGTERM to the shell between it and us, and many a shell dies of it without handing it on. */
const whenOrphaned = (act) => {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    act();
  }, PARENT_CHECK_MS);
};

const fail = (error) => {
  process.stderr.write(error instanceof Problem ? `${error.message}\n` : `${error.stack}\n`);
  process.exit(1);
};

// Standard output belongs to the command; what the preparation says goes beside it.
prepare((line) => process.stderr.write(`${line}\n`)).then(() => file && start(), fail);
