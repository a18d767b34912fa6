import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { waitForOutput } from '#test/support/output';

export interface AppOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** A command that runs the app, with its own first arguments: `ip netns exec NAME`. */
  readonly through?: readonly string[];
  /** What the app prints when it can be used. */
  readonly until?: RegExp;
  readonly withinMs?: number;
}

/** An app in a process of its own, as in production. */
export interface RunningApp {
  readonly pid: number;
  /** Everything it has printed, on both streams. */
  output(): string;
  /** Resolves with the first match in what it prints from now on. */
  waitFor(pattern: RegExp, withinMs?: number): Promise<RegExpExecArray>;
  /** For SIGSTOP and SIGCONT. */
  signal(signal: NodeJS.Signals): void;
  /** SIGKILL: no chance to tidy up. */
  kill(): Promise<void>;
  /** SIGTERM. Resolves with the exit code. */
  stop(): Promise<number | null>;
}

const BUILD = new URL('../../dist/apps/', import.meta.url);
const STARTED_WITHIN_MS = 60_000;

/**
 * Runs `dist/apps/<app>/main.js`, which `npm test` builds first. The app sees only the given settings, none of the
 * developer's own.
 */
export const startApp = async (app: string, options: AppOptions = {}): Promise<RunningApp> => {
  const { env = {}, args = [], through = [], until = /ready/, withinMs = STARTED_WITHIN_MS } = options;
  const { PATH = '', HOME = '' } = process.env;
  const main = fileURLToPath(new URL(`${app}/main.js`, BUILD));
  const [program = process.execPath, ...rest] = [...through, process.execPath, main, ...args];
  const child = spawn(program, rest, { env: { PATH, HOME, ...env } });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => printed.push(String(chunk)));
  const exited = once(child, 'exit');
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    await exited;
    return child.exitCode;
  };
  await waitForOutput(child, until, withinMs).catch(async (error: unknown) => {
    await end('SIGKILL');
    throw error;
  });
  return {
    pid: child.pid ?? 0,
    output: () => printed.join(''),
    waitFor: (pattern, within = STARTED_WITHIN_MS) => waitForOutput(child, pattern, within),
    signal: (signal) => void child.kill(signal),
    kill: () => end('SIGKILL').then(() => undefined),
    stop: () => end('SIGTERM'),
  };
};
