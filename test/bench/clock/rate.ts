import { insist, type Bench } from '#test/bench/bench';
import { clockCases, type ClockCase } from '#test/bench/clock/cases';
import { checkCases, computeAll } from '#test/bench/clock/pass';

const SIZES = {
  full: { count: 10_000, milliseconds: 3000, perRegime: 1000 },
  quick: { count: 500, milliseconds: 50, perRegime: 10 },
};
const TARGET = { atLeast: 100_000 };

/** Milliseconds of a core that this process has used, its collector of garbage included: what others use does not count. */
const coreMilliseconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Cases computed per second of a core, over and over for some time. */
const rateOf = (cases: readonly ClockCase[], milliseconds: number): number => {
  const expected = computeAll(cases);
  const begun = coreMilliseconds();
  let passes = 0;
  while (coreMilliseconds() - begun < milliseconds) {
    insist(computeAll(cases) === expected, 'every pass computes the same dates');
    passes += 1;
  }
  return (passes * cases.length) / ((coreMilliseconds() - begun) / 1000);
};

/** Issue "Speed": at least 100,000 computed deadlines a second on one core with calendars warm. */
export const clockRate: Bench = {
  name: 'clock',
  measures: 'deadlines computed per second on one core, calendars warm, mixed facts and regimes',
  run: async ({ quick, repeats, report }) => {
    const { count, milliseconds, perRegime } = quick ? SIZES.quick : SIZES.full;
    const all = await clockCases(count);
    checkCases(all);
    const measure = (name: string, what: string, cases: readonly ClockCase[], time: number): void => {
      report({
        name,
        what,
        unit: 'deadlines/s',
        values: Array.from({ length: repeats }, () => rateOf(cases, time)),
        target: TARGET,
        details: { cases: cases.length, secondsPerRepeat: time / 1000 },
      });
    };
    measure('clock', 'Statutory clock, one core', all, milliseconds);
    for (const [regime, cases] of Map.groupBy(all, (one) => one.regime)) {
      measure(`clock.${regime}`, `The same, only ${regime}`, cases, perRegime);
    }
  },
};
