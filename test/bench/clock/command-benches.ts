import { runClockCommand } from '#test/bench/clock/command';
import { clockInputs } from '#test/bench/clock/inputs';
import type { Bench } from '#test/bench/bench';

const STARTS_PER_REPEAT = 3;
const LINES = { full: 200_000, quick: 200 };

const times = async <T>(many: number, measure: () => Promise<T>): Promise<T[]> => {
  const measured: T[] = [];
  for (let done = 0; done < many; done += 1) measured.push(await measure());
  return measured;
};

/** Issue "Speed": a start of `artikla clock` to first answer under one second. */
export const clockStart: Bench = {
  name: 'clock-start',
  measures: 'seconds from starting `artikla clock` to its first answer',
  run: async ({ quick, repeats, report }) => {
    const input = clockInputs(1);
    const starts = quick ? 1 : repeats * STARTS_PER_REPEAT;
    for (const [start, what] of [
      ['npm', 'Start of `npm run -s artikla -- clock` to first answer'],
      ['file', 'The same without npm'],
    ] as const) {
      const runs = await times(starts, () => runClockCommand(start, input));
      report({
        name: `clock-start.${start}`,
        what,
        unit: 's',
        values: runs.map(({ firstAnswer }) => firstAnswer / 1000),
        target: { atMost: 1 },
      });
    }
  },
};

export const clockLines: Bench = {
  name: 'clock-lines',
  measures: 'lines per second through `artikla clock`, start included',
  run: async ({ quick, repeats, report }) => {
    const inputs = clockInputs(quick ? LINES.quick : LINES.full);
    const runs = await times(repeats, () => runClockCommand('file', inputs));
    report({
      name: 'clock-lines',
      what: '`artikla clock`, JSON Lines in and out',
      unit: 'lines/s',
      values: runs.map(({ end }) => inputs.length / (end / 1000)),
      details: { lines: inputs.length },
    });
  },
};
