import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from '#test/chaos/strike';

const BACK_MS = 2_000;

/** The time that the desk goes by. */
export const TIME_FAULTS: readonly Fault[] = [
  { name: 'time forward a day', weight: 4, strike: ({ time }) => time.move(24) },
  {
    name: 'time back and forward again',
    weight: 2,
    strike: async ({ time, chance }) => {
      const hours = 1 + chance.below(6);
      await time.move(-hours);
      await pause(BACK_MS);
      await time.move(hours);
    },
  },
];
