import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { insist, type Bench } from '#test/bench/bench';
import { clockCases } from '#test/bench/clock/cases';
import { computeAll } from '#test/bench/clock/pass';

const SIZES = {
  full: { cases: 10_000, warmUp: 500_000, computations: 10_000_000 },
  quick: { cases: 500, warmUp: 5000, computations: 10_000 },
};
const MEGABYTE = 2 ** 20;

const collectGarbage = (): (() => void) => {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
};

/** Issue "Speed": flat memory over 10 million. */
export const clockMemory: Bench = {
  name: 'clock-memory',
  measures: 'heap that ten million computed deadlines leave behind',
  run: async ({ quick, say, report }) => {
    const { cases: count, warmUp, computations } = quick ? SIZES.quick : SIZES.full;
    const gc = collectGarbage();
    const cases = await clockCases(count);
    const expected = computeAll(cases);
    const computeMany = (many: number): void => {
      for (let done = 0; done < many; done += count) {
        insist(computeAll(cases) === expected, 'every pass computes the same dates');
      }
    };
    const heap = (): number => {
      gc();
      return process.memoryUsage().heapUsed / MEGABYTE;
    };
    computeMany(warmUp);
    const before = heap();
    say(`heap after ${warmUp.toLocaleString('en')} computations: ${before.toFixed(1)} MB`);
    computeMany(computations);
    const after = heap();
    report({
      name: 'clock-memory',
      what: `Heap left by ${computations.toLocaleString('en')} deadlines`,
      unit: 'MB',
      values: [after - before],
      target: { atMost: 1 },
      details: { computations, heapBefore: Number(before.toFixed(1)), heapAfter: Number(after.toFixed(1)) },
    });
  },
};
