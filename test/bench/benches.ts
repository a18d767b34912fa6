import { clockLines, clockStart } from '#test/bench/clock/command-benches';
import { clockMemory } from '#test/bench/clock/memory';
import { clockRate } from '#test/bench/clock/rate';
import { engine } from '#test/bench/engine/engine-bench';
import { growth } from '#test/bench/open/growth';
import type { Bench } from '#test/bench/bench';

/** Every bench, in the order in which `npm run bench` runs them. */
export const BENCHES: readonly Bench[] = [clockRate, clockMemory, clockStart, clockLines, engine, growth];
