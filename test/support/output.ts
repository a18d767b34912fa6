import type { ChildProcess } from 'node:child_process';

/** Resolves with the first match in what the process prints from now on; rejects with that output when none comes. */
export const waitForOutput = (process: ChildProcess, pattern: RegExp, withinMs: number): Promise<RegExpExecArray> =>
  new Promise((resolve, reject) => {
    let output = '';
    const settle = (error?: Error, match?: RegExpExecArray) => {
      clearTimeout(timer);
      for (const stream of [process.stdout, process.stderr]) stream?.off('data', read);
      process.off('error', settle).off('exit', ended);
      if (match) resolve(match);
      else reject(error);
    };
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const match = pattern.exec(output);
      if (match) settle(undefined, match);
    };
    const ended = () => settle(new Error(`The process ended before it printed ${pattern}:\n${output}`));
    const timer = setTimeout(
      () => settle(new Error(`Nothing like ${pattern} in ${withinMs} ms:\n${output}`)),
      withinMs,
    );
    for (const stream of [process.stdout, process.stderr]) stream?.on('data', read);
    process.once('error', settle).once('exit', ended);
  });
