import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { insist } from '#test/bench/bench';
import { PROJECT } from '#test/bench/project';
import type { ClockInput } from '#test/bench/clock/inputs';

/** How the command is started: as operators type it, or the built file itself. */
export const STARTS = {
  npm: ['npm', 'run', '-s', 'artikla', '--', 'clock'],
  file: [process.execPath, 'dist/apps/cli/main.js', 'clock'],
} as const;

export interface CommandRun {
  /** Milliseconds from the start of the process. */
  readonly firstAnswer: number;
  readonly end: number;
}

/** Runs `artikla clock` on these inputs. Throws unless every input was answered, in order and with a date. */
export const runClockCommand = async (
  start: keyof typeof STARTS,
  inputs: readonly ClockInput[],
): Promise<CommandRun> => {
  const text = inputs.map((input) => `${JSON.stringify(input)}\n`).join('');
  const [program, ...args] = STARTS[start];
  const begun = performance.now();
  const child = spawn(program, args, { cwd: PROJECT, stdio: ['pipe', 'pipe', 'inherit'] });
  const closed = once(child, 'close') as Promise<[number]>;
  child.stdin.end(text);
  let firstAnswer = 0;
  let answered = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (answered === 0) firstAnswer = performance.now() - begun;
    const { id, state, due, frozenDue } = JSON.parse(line) as Record<string, unknown>;
    insist(id === inputs[answered]?.id, 'the answers come in the order of the inputs');
    insist(state === 'not_computable' || typeof (due ?? frozenDue) === 'string', `line ${answered + 1} has a date`);
    answered += 1;
  }
  const [code] = await closed;
  insist(code === 0 && answered === inputs.length, 'every line was answered');
  return { firstAnswer, end: performance.now() - begun };
};
