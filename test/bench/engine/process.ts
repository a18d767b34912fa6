import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PROJECT } from '#test/bench/project';
import type { Contest, Sample } from '#test/bench/engine/contest';

const run = promisify(execFile);
const LONGEST_OUTPUT = 2 ** 26;

/** Runs one engine once in a process of its own, so that no engine inherits another's warm code, memory or globals. */
export const runContest = async (contest: Contest): Promise<Sample> => {
  const args = [join(PROJECT, 'test/bench-engine.mjs'), JSON.stringify(contest)];
  const { stdout } = await run(process.execPath, args, { cwd: PROJECT, maxBuffer: LONGEST_OUTPUT });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Sample;
};
