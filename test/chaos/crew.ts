import { setTimeout as pause } from 'node:timers/promises';
import { startApp, type RunningApp } from '#test/support/processes';

const PRELOAD = new URL('preload.ts', import.meta.url);
const LOOK_EVERY_MS = 100;

export interface Slot {
  readonly number: number;
  /** The process that has the slot now; null while none is up. */
  worker: RunningApp | null;
  /** For the next process only: where it is to die or to freeze. */
  orders: Readonly<Record<string, string>>;
  deaths: number;
}

export interface Crew {
  readonly slots: readonly Slot[];
  /** Resolves once every slot has a process that is ready. */
  complete(): Promise<void>;
  stop(): Promise<void>;
}

const isAlive = ({ pid }: RunningApp): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/**
 * Keeps built workers running, as an init system does: whoever has died is replaced. `envOf` gives the settings of a slot.
 * A worker that cannot start, say because the database is away, is started again.
 */
export const hireCrew = (size: number, envOf: (slot: number) => Readonly<Record<string, string>>): Crew => {
  const slots: Slot[] = Array.from({ length: size }, (_, number) => ({ number, worker: null, orders: {}, deaths: 0 }));
  let hiring = true;

  const start = async (slot: Slot): Promise<void> => {
    const { orders } = slot;
    slot.orders = {};
    const NODE_OPTIONS = `--import=${PRELOAD.href} --no-warnings`;
    const env = { ...envOf(slot.number), ...orders, NODE_OPTIONS };
    slot.worker = await startApp('worker', { env }).catch(() => null);
  };
  const keep = async (slot: Slot): Promise<void> => {
    while (hiring) {
      if (slot.worker === null) await start(slot);
      else if (!isAlive(slot.worker)) {
        slot.worker = null;
        slot.deaths += 1;
      }
      await pause(LOOK_EVERY_MS);
    }
  };
  const keeping = slots.map((slot) => keep(slot));

  return {
    slots,
    complete: async () => {
      while (slots.some(({ worker }) => worker === null)) await pause(LOOK_EVERY_MS);
    },
    stop: async () => {
      hiring = false;
      await Promise.all(keeping);
      const left = slots.flatMap(({ worker }) => (worker !== null && isAlive(worker) ? worker : []));
      await Promise.all(left.map((worker) => worker.kill()));
    },
  };
};
