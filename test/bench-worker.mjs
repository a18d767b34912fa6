/** A worker with hands that do nothing, in a process of its own: where it works by JSON in the first argument. */
import 'reflect-metadata';
import { createWorker } from '#test/bench/engine/our-worker';

const { app } = await createWorker(JSON.parse(process.argv[2]));
await app.init();
process.stdout.write('ready\n');
