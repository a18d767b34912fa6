import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PROJECT } from '#test/bench/project';
import { startApp, type RunningApp } from '#test/support/processes';

const PRELOAD = new URL('preload.ts', import.meta.url);
/** Workers die so often that it pays to remember their compiled code. */
const NODE_COMPILE_CACHE = join(PROJECT, 'node_modules/.cache/chaos');
const LOOK_EVERY_MS = 100;
/** What the product says when it dies at a crash point. */
const LAST_WORD = /^crash point (\S+)$/m;

export interface Slot {
  readonly number: number;
  /** Where its process tells how it is. */
  readonly port: number;
  /** The process that has the slot now; null while none is up. */
  worker: RunningApp | null;
  /** For the next process only: where it is to die or to freeze. */
  orders: Readonly<Record<string, string>>;
}

export interface Crew {
  readonly slots: readonly Slot[];
  /** How many processes have died. */
  readonly deaths: number;
  /** How many of them died at each crash point. */
  fellAt(): ReadonlyMap<string, number>;
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
export const hireCrew = (ports: readonly number[], envOf: (slot: number) => Readonly<Record<string, string>>): Crew => {
  const slots: Slot[] = ports.map((port, number) => ({ number, port, worker: null, orders: {} }));
  let hiring = true;
  const fallen: RunningApp[] = [];

  const start = async (slot: Slot): Promise<void> => {
    const { orders } = slot;
    slot.orders = {};
    const NODE_OPTIONS = `--import=${PRELOAD.href} --no-warnings`;
    const env = { ...envOf(slot.number), WORKER_PORT: String(slot.port), ...orders, NODE_OPTIONS, NODE_COMPILE_CACHE };
    slot.worker = await startApp('worker', { env }).catch(() => null);
  };
  const keep = async (slot: Slot): Promise<void> => {
    while (hiring) {
      if (slot.worker === null) await start(slot);
      else if (!isAlive(slot.worker)) {
        fallen.push(slot.worker);
        slot.worker = null;
      }
      await pause(LOOK_EVERY_MS);
    }
  };
  const keeping = slots.map((slot) => keep(slot));

  return {
    slots,
    get deaths() {
      return fallen.length;
    },
    fellAt: () => {
      const points = fallen.flatMap((worker) => LAST_WORD.exec(worker.output())?.[1] ?? []);
      return new Map([...Map.groupBy(points, (point) => point)].map(([point, times]) => [point, times.length]));
    },
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
