import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { PROJECT } from '#test/bench/project';
import { waitForOutput } from '#test/support/output';
import type { WorkerPlace } from '#test/bench/engine/our-worker';

const STARTED_WITHIN_MS = 120_000;

/** A worker in a process of its own, which may be killed. */
export interface WorkerProcess {
  /** SIGKILL: nothing of what it was at is finished. */
  kill(): Promise<void>;
}

/** Starts a worker whose hands do nothing, and waits until it works. */
export const startWorkerProcess = async (place: WorkerPlace): Promise<WorkerProcess> => {
  const args = [join(PROJECT, 'test/bench-worker.mjs'), JSON.stringify(place)];
  const child = spawn(process.execPath, args, { cwd: PROJECT, stdio: ['ignore', 'pipe', 'ignore'] });
  const exited = once(child, 'exit');
  await waitForOutput(child, /ready/, STARTED_WITHIN_MS);
  // What it prints from now on interests nobody, and must not fill the pipe.
  child.stdout.resume();
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
};
