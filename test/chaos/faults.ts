import { setTimeout as pause } from 'node:timers/promises';
import { LEASE_SECONDS, type Town } from '#test/chaos/town';
import type { Chance } from '#test/bench/chance';
import type { Slot } from '#test/chaos/crew';

export interface Strike {
  readonly town: Town;
  readonly chance: Chance;
  /** Faults that a hundred deliveries meet as a rule. */
  readonly trouble: number;
  /** Moves the desk's time, so that its course is known outside of it. */
  readonly moveTime: (hours: number) => Promise<void>;
}

/** Something that breaks. It is over when `strike` resolves. */
export interface Fault {
  readonly name: string;
  readonly weight: number;
  readonly needs?: 'redis';
  readonly strike: (strike: Strike) => Promise<void>;
}

const LONGER_THAN_A_LEASE_MS = (LEASE_SECONDS + 2) * 1000;
const SECOND = 1000;

/** A place with a worker in it. */
const someone = async ({ town, chance }: Strike): Promise<Slot> => {
  for (;;) {
    const working = town.crew.slots.filter(({ worker }) => worker !== null);
    const slot = working[chance.below(working.length)];
    if (slot !== undefined) return slot;
    await pause(50);
  }
};

const freeze = async ({ worker }: Slot): Promise<void> => {
  worker?.signal('SIGSTOP');
  await pause(LONGER_THAN_A_LEASE_MS);
  worker?.signal('SIGCONT');
};

/** The next worker in this place freezes by itself, between the marker of its first mail and the first byte of it. */
const freezeAtMarker = async (strike: Strike): Promise<void> => {
  const slot = await someone(strike);
  slot.orders = { CHAOS_FREEZE_AT_MARKER: '1' };
  const before = slot.worker;
  await before?.kill();
  while (slot.worker === null || slot.worker === before) await pause(50);
  const { worker } = slot;
  const frozen = await worker.waitFor(/frozen at the marker/, 10 * SECOND).catch(() => null);
  if (frozen === null) return;
  await pause(LONGER_THAN_A_LEASE_MS);
  worker.signal('SIGCONT');
};

export const FAULTS: readonly Fault[] = [
  { name: 'worker killed', weight: 8, strike: async (strike) => (await someone(strike)).worker?.kill() },
  { name: 'worker frozen beyond its lease', weight: 3, strike: async (strike) => freeze(await someone(strike)) },
  { name: 'worker frozen at the marker', weight: 2, strike: freezeAtMarker },
  {
    name: 'Redis emptied',
    weight: 4,
    needs: 'redis',
    strike: async ({ town }) => void (await town.redisClient?.flushall()),
  },
  {
    name: 'Redis connections cut',
    weight: 3,
    needs: 'redis',
    strike: async ({ town }) =>
      void (await town.redisClient?.call('client', 'kill', 'type', 'normal', 'skipme', 'yes')),
  },
  {
    name: 'Redis away and back empty',
    weight: 2,
    needs: 'redis',
    strike: async ({ town }) => {
      await town.redis?.kill();
      await pause(2 * SECOND);
      await town.redis?.restart();
    },
  },
  { name: 'database sessions ended', weight: 3, strike: ({ town }) => town.postgres.terminateAll() },
  { name: 'PostgreSQL restarted', weight: 1, strike: ({ town }) => town.postgres.restart() },
  { name: 'time forward a day', weight: 4, strike: ({ moveTime }) => moveTime(24) },
  {
    name: 'time back and forward again',
    weight: 2,
    strike: async ({ moveTime, chance }) => {
      const hours = 1 + chance.below(6);
      await moveTime(-hours);
      await pause(2 * SECOND);
      await moveTime(hours);
    },
  },
  {
    name: 'mail server down',
    weight: 2,
    strike: async ({ town, trouble }) => {
      town.office.trouble(100);
      await pause(2 * SECOND);
      town.office.trouble(trouble);
    },
  },
];

/** Faults that a hundred deliveries meet while the storm lasts, unless a plan says otherwise. */
export const USUAL_TROUBLE = 20;
