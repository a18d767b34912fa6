import { insist } from '#test/bench/bench';
import type { Engine } from '#test/bench/engine/engine';

const STANDSTILL_MS = 60_000;

/** Milliseconds that each request took, in the order in which they ended, and the whole. */
export interface Drive {
  readonly latencies: readonly number[];
  readonly milliseconds: number;
}

/**
 * Keeps `inFlight` requests under way until all have ended. `whenFinished` is where the engine's calls of `finished` go.
 * Throws when no request ends for a minute, or one ends twice.
 */
export const drive = async (
  requests: readonly string[],
  inFlight: number,
  begin: Engine['begin'],
  whenFinished: (listener: (request: string) => void) => void,
): Promise<Drive> => {
  const begun = new Map<string, number>();
  const latencies: number[] = [];
  const waiting = requests.values();
  const started = performance.now();
  let patience: NodeJS.Timeout | undefined;
  await new Promise<void>((resolve, reject) => {
    const beginNext = () => {
      clearTimeout(patience);
      const open = requests.length - latencies.length;
      patience = setTimeout(() => reject(new Error(`no request ended for a minute, ${open} are open`)), STANDSTILL_MS);
      const { value: request } = waiting.next();
      if (request === undefined) return;
      begun.set(request, performance.now());
      begin(request).catch(reject);
    };
    whenFinished((request) => {
      const since = begun.get(request);
      if (since === undefined) return reject(new Error('a request ended that was not under way'));
      begun.delete(request);
      latencies.push(performance.now() - since);
      beginNext();
      if (latencies.length === requests.length) resolve();
    });
    for (let place = 0; place < Math.min(inFlight, requests.length); place += 1) beginNext();
  }).finally(() => {
    clearTimeout(patience);
    whenFinished(() => undefined);
  });
  insist(latencies.length === requests.length, 'every request ended');
  return { latencies, milliseconds: performance.now() - started };
};
