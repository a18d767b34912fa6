import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from '#test/bench/chance';
import type { Slot } from '#test/chaos/crew';
import type { DeskTime } from '#test/chaos/desk-time';
import type { Town } from '#test/chaos/town';

export interface Strike {
  readonly town: Town;
  readonly chance: Chance;
  readonly time: DeskTime;
  /** Faults that a hundred deliveries meet as a rule. */
  readonly trouble: number;
  /** Told how many strange jobs were put into the queues, and how many of them were counted. */
  readonly strangers: (put: number, counted: number) => void;
  /** Told what a safeguard did not do. */
  readonly unheeded: (finding: string) => void;
}

/** Something that breaks. It is over when `strike` resolves. */
export interface Fault {
  readonly name: string;
  readonly weight: number;
  readonly needs?: 'redis';
  readonly strike: (strike: Strike) => Promise<void>;
}

/** A place with a worker in it. */
export const someone = async ({ town, chance }: Strike): Promise<Slot> => {
  for (;;) {
    const working = town.crew.slots.filter(({ worker }) => worker !== null);
    const slot = working[chance.below(working.length)];
    if (slot !== undefined) return slot;
    await pause(50);
  }
};
