/**
 * `npm run -s bench [-- --json] [--only NAME] [--list] [--quick] [--repeats N]`: measures, and writes one JSON object per
 * line or a table. Progress goes to standard error. Exit code 1: work that was timed had not been done; 2: wrong use.
 */
import { parseArgs } from 'node:util';
import { BENCHES } from '#test/bench/benches';
import { InvariantError } from '#test/bench/bench';
import { machine } from '#test/bench/machine';
import { lineOf, tableOf } from '#test/bench/report';

const OPTIONS = {
  json: { type: 'boolean', default: false },
  only: { type: 'string', multiple: true, default: [] },
  list: { type: 'boolean', default: false },
  quick: { type: 'boolean', default: false },
  repeats: { type: 'string' },
};
const REPEATS = { usual: 5, quick: 1 };

const say = (line) => process.stderr.write(`${line}\n`);
const print = (line) => process.stdout.write(`${line}\n`);

class WrongUse extends Error {}

const readOptions = () => {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    throw new WrongUse(error.message);
  }
};

const chosen = (names) => {
  const unknown = names.find((name) => !BENCHES.some((bench) => bench.name === name));
  if (unknown !== undefined) throw new WrongUse(`There is no bench "${unknown}"; --list names them.`);
  return names.length === 0 ? BENCHES : BENCHES.filter(({ name }) => names.includes(name));
};

const repeatsOf = ({ repeats, quick }) => {
  const number = Number(repeats ?? (quick ? REPEATS.quick : REPEATS.usual));
  if (!Number.isInteger(number) || number < 1) throw new WrongUse('--repeats takes a number from 1.');
  return number;
};

const printMachine = (json, { cores, description }) => {
  if (json) print(JSON.stringify({ name: 'machine', value: cores, unit: 'cores', description }));
  else print(`${description}\n`);
};

const measure = async (options) => {
  const repeats = repeatsOf(options);
  const benches = chosen(options.only);
  printMachine(options.json, machine());
  const figures = [];
  const report = (figure) => {
    figures.push(figure);
    if (options.json) print(JSON.stringify(lineOf(figure)));
  };
  await using end = new AsyncDisposableStack();
  const shared = new Map();
  const share = (name, open) => {
    if (!shared.has(name)) shared.set(name, open(end));
    return shared.get(name);
  };
  for (const bench of benches) {
    say(`${bench.name}: ${bench.measures}`);
    await bench.run({ quick: options.quick, repeats, say: (line) => say(`  ${line}`), report, share });
  }
  if (!options.json) print(tableOf(figures));
};

try {
  const options = readOptions();
  if (options.list) for (const { name, measures } of BENCHES) print(`${name}  ${measures}`);
  else await measure(options);
} catch (error) {
  if (error instanceof WrongUse) {
    say(error.message);
    process.exitCode = 2;
  } else {
    say(error instanceof InvariantError ? error.message : error.stack);
    process.exitCode = 1;
  }
}
