import { clockLines, clockStart } from '#test/bench/clock/command-benches';
import { clockMemory } from '#test/bench/clock/memory';
import { clockRate } from '#test/bench/clock/rate';
import { engine } from '#test/bench/engine/engine-bench';
import { growth } from '#test/bench/open/growth';
import { queuePage } from '#test/bench/open/queue-page';
import { recovery } from '#test/bench/open/recovery';
import { reminders } from '#test/bench/open/reminders';
import { startAndMemory } from '#test/bench/open/start-and-memory';
import { upkeep } from '#test/bench/open/upkeep';
import type { Bench } from '#test/bench/bench';

/** Every bench, in the order in which `npm run bench` runs them. */
export const BENCHES: readonly Bench[] = [
  clockRate,
  clockMemory,
  clockStart,
  clockLines,
  engine,
  growth,
  reminders,
  recovery,
  queuePage,
  upkeep,
  startAndMemory,
];
