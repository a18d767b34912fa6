import { setTimeout as pause } from 'node:timers/promises';
import { someone, type Fault, type Strike } from '#test/chaos/strike';
import { LEASE_SECONDS } from '#test/chaos/town';
import type { Slot } from '#test/chaos/crew';

const LONGER_THAN_A_LEASE_MS = (LEASE_SECONDS + 2) * 1000;
const GETS_THERE_WITHIN_MS = 300_000;
const WAITED_FOR_MS = 15_000;

const freeze = async ({ worker }: Slot): Promise<void> => {
  worker?.signal('SIGSTOP');
  await pause(LONGER_THAN_A_LEASE_MS);
  worker?.signal('SIGCONT');
};

/**
 * The next worker in this place strikes itself between the marker of its first mail and the first byte of it: it dies, or
 * stands still for longer than its lease.
 */
const atMarker = async (strike: Strike, signal: 'SIGKILL' | 'SIGSTOP'): Promise<void> => {
  const slot = await someone(strike);
  slot.orders = { CHAOS_AT_MARKER: signal };
  const before = slot.worker;
  await before?.kill();
  while (slot.worker === null || slot.worker === before) await pause(50);
  const { worker } = slot;
  // However late it gets there, it is woken up again.
  const over = worker.waitFor(/at the marker/, GETS_THERE_WITHIN_MS).then(async () => {
    await pause(LONGER_THAN_A_LEASE_MS);
    worker.signal('SIGCONT');
  });
  await Promise.race([over.catch(() => undefined), pause(WAITED_FOR_MS)]);
};

export const WORKER_FAULTS: readonly Fault[] = [
  { name: 'worker killed', weight: 8, strike: async (strike) => (await someone(strike)).worker?.kill() },
  { name: 'worker killed at the marker', weight: 1, strike: (strike) => atMarker(strike, 'SIGKILL') },
  { name: 'worker frozen beyond its lease', weight: 3, strike: async (strike) => freeze(await someone(strike)) },
  { name: 'worker frozen at the marker', weight: 2, strike: (strike) => atMarker(strike, 'SIGSTOP') },
];
