/** Runs one engine once, in a process of its own: asked by JSON in the first argument, answers by JSON on its last line. */
import 'reflect-metadata';
import { contest } from '#test/bench/engine/contest';

const sample = await contest(JSON.parse(process.argv[2]));
process.stdout.write(`${JSON.stringify(sample)}\n`);
process.exit();
