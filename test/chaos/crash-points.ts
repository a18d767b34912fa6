import { setTimeout as pause } from 'node:timers/promises';
import type { Slot } from '#test/chaos/crew';

const KINDS = ['locate-person', 'run-task', 'build-package', 'send-letter', 'remind', 'alert', 'digest'] as const;
const LETTERS = ['acknowledgement', 'challenge', 'answer-ready', 'marketing-ban-confirmation'] as const;

/** Every place where a process may be told to die; `digest` belongs to no request and commits in its own way. */
export const CRASH_POINTS: readonly string[] = [
  ...KINDS.flatMap((kind) => [`after-claim:${kind}`, `before-commit:${kind}`]),
  ...KINDS.filter((kind) => kind !== 'digest').map((kind) => `after-commit:${kind}`),
  ...LETTERS.flatMap((letter) => [`before-mail:${letter}`, `after-mail:${letter}`]),
];

const LOOK_EVERY_MS = 50;
const WITHIN_MS = 90_000;
const BAIT_EVERY_MS = 3_000;

/**
 * Has the next worker in this place die at the point; `bait` brings work that leads there. False when it was not led there
 * in time.
 */
export const crashAt = async (slot: Slot, point: string, bait: () => Promise<void>): Promise<boolean> => {
  const until = performance.now() + WITHIN_MS;
  slot.orders = { ARTIKLA_CRASH_AT: point };
  const before = slot.worker;
  await before?.kill();
  while (slot.worker === null || slot.worker === before) {
    if (performance.now() > until) return false;
    await pause(LOOK_EVERY_MS);
  }
  const doomed = slot.worker;
  let baitAt = 0;
  while (slot.worker === doomed) {
    if (performance.now() > until) return false;
    if (performance.now() > baitAt) {
      baitAt = performance.now() + BAIT_EVERY_MS;
      await bait().catch(() => undefined);
    }
    await pause(LOOK_EVERY_MS);
  }
  return true;
};
