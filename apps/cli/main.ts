import { once } from 'node:events';
import { run } from './run.js';

const { stdin, stdout, stderr } = process;

// Whoever read the answer has gone, as `head` does: nothing more can be said to anybody.
stdout.on('error', () => process.exit(1));

process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  input: stdin,
  print: (line) => stdout.write(`${line}\n`),
  write: async (text) => {
    if (!stdout.write(text)) await once(stdout, 'drain');
  },
  complain: (line) => stderr.write(`${line}\n`),
});
