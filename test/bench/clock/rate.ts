import { insist, type Bench } from '#test/bench/bench';
import { clockCases } from '#test/bench/clock/cases';
import { checkCases, computeAll } from '#test/bench/clock/pass';

const SIZES = { full: { cases: 10_000, milliseconds: 3000 }, quick: { cases: 500, milliseconds: 50 } };

/** Issue "Speed": at least 100,000 computed deadlines a second on one core with calendars warm. */
export const clockRate: Bench = {
  name: 'clock',
  measures: 'deadlines computed per second on one core, calendars warm, mixed facts and regimes',
  run: async ({ quick, repeats, report }) => {
    const { cases: count, milliseconds } = quick ? SIZES.quick : SIZES.full;
    const cases = await clockCases(count);
    checkCases(cases);
    const expected = computeAll(cases);
    const rates = Array.from({ length: repeats }, () => {
      const begun = performance.now();
      let passes = 0;
      while (performance.now() - begun < milliseconds) {
        insist(computeAll(cases) === expected, 'every pass computes the same dates');
        passes += 1;
      }
      return (passes * count) / ((performance.now() - begun) / 1000);
    });
    report({
      name: 'clock',
      what: 'Statutory clock, one core',
      unit: 'deadlines/s',
      values: rates,
      target: { atLeast: 100_000 },
      details: { cases: count, secondsPerRepeat: milliseconds / 1000 },
    });
  },
};
