/**
 * `npm run -s chaos [-- --backend redis|postgres] [--seed N] [--requests N] [--minutes N] [--only NAME] [--list] [--json]
 * [--mutation lease|version|marker]`: breaks everything under a desk at work and counts what was lost, doubled, missed or
 * sent twice. Progress goes to standard error. Exit code 1: something was; 2: wrong use.
 */
import 'reflect-metadata';
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { CRASH_POINTS } from '#test/chaos/crash-points';
import { FAULTS } from '#test/chaos/faults';
import { MAIL_FAULTS } from '#test/chaos/post-office';
import { MUTATIONS } from '#test/chaos/mutate-sql';
import { isGreen, jsonLines, tableOf } from '#test/chaos/report';
import { runStorm } from '#test/chaos/storm';

const OPTIONS = {
  backend: { type: 'string', default: 'redis' },
  seed: { type: 'string' },
  requests: { type: 'string', default: '200' },
  minutes: { type: 'string', default: '2' },
  only: { type: 'string', multiple: true, default: [] },
  mutation: { type: 'string' },
  list: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
};
const WORKERS = 3;
const PATIENCE_SECONDS = 120;

const stopping = new AbortController();
for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => stopping.abort());

class WrongUse extends Error {}

const say = (line) => process.stderr.write(`${line}\n`);

const readOptions = () => {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    throw new WrongUse(error.message);
  }
};

const number = (name, text, least) => {
  const value = Number(text);
  if (!(value >= least)) throw new WrongUse(`--${name} takes a number from ${least}.`);
  return value;
};

const oneOf = (name, value, values) => {
  if (!values.includes(value)) throw new WrongUse(`--${name} takes one of: ${values.join(', ')}.`);
  return value;
};

const NAMES = [...CRASH_POINTS, ...FAULTS.map(({ name }) => name), ...MAIL_FAULTS.map(({ name }) => name)];

const run = async (options) => {
  const seed = options.seed === undefined ? randomInt(2 ** 31) : number('seed', options.seed, 0);
  const backend = oneOf('backend', options.backend, ['redis', 'postgres']);
  const plan = {
    backend,
    seed,
    workers: WORKERS,
    requests: number('requests', options.requests, 1),
    seconds: number('minutes', options.minutes, 0) * 60,
    patienceSeconds: PATIENCE_SECONDS,
    ...(options.only.length > 0 && { only: options.only.map((name) => oneOf('only', name, NAMES)) }),
    ...(options.mutation !== undefined && { mutation: oneOf('mutation', options.mutation, MUTATIONS) }),
    say,
    signal: stopping.signal,
  };
  say(`seed ${seed}, queue on ${backend}`);
  const outcome = await runStorm(plan);
  const lines = options.json
    ? jsonLines(outcome, seed, backend)
    : [`seed ${seed}, queue on ${backend}`, tableOf(outcome)];
  process.stdout.write(`${lines.join('\n')}\n`);
  return isGreen(outcome);
};

try {
  const options = readOptions();
  if (options.list)
    for (const name of NAMES)
      process.stdout.write(`${name}
`);
  else process.exitCode = (await run(options)) ? 0 : 1;
} catch (error) {
  if (stopping.signal.aborted) process.exit(130);
  say(error instanceof WrongUse ? error.message : error.stack);
  process.exitCode = error instanceof WrongUse ? 2 : 1;
}
