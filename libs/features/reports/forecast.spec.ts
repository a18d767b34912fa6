import { describe, expect, it } from '@jest/globals';
import { forecastOf } from './forecast.js';

const today = Temporal.PlainDate.from('2026-11-23');

const riskOf = (answered: number, overdue: number, ...due: readonly number[]): number[] =>
  forecastOf({ today, answered, overdue, dueInWeek: new Map(due.entries()) }).weeks.map(({ atRisk }) => atRisk);

describe('what the weeks ahead hold', () => {
  it('is no risk while the pace keeps up with what is due', () => {
    expect(riskOf(80, 0, 10, 10, 10, 10, 10)).toEqual([0, 0, 0, 0, 0]);
  });

  it('is late work first, which takes the room of what is due next', () => {
    expect(riskOf(80, 15, 10, 0, 0, 0, 0)).toEqual([15, 5, 0, 0, 0]);
  });

  it('lets an easy week work ahead for a hard one', () => {
    expect(riskOf(80, 0, 0, 20, 0, 0, 0)).toEqual([0, 0, 0, 0, 0]);
    expect(riskOf(80, 0, 0, 23, 0, 0, 0)).toEqual([0, 3, 0, 0, 0]);
  });

  it('begins today, week by week, and tells the pace it reckons with', () => {
    const { perWeek, measuredWeeks, weeks } = forecastOf({ today, answered: 20, overdue: 0, dueInWeek: new Map() });
    expect({ perWeek, measuredWeeks }).toEqual({ perWeek: 2.5, measuredWeeks: 8 });
    expect(weeks.map(({ from }) => from)).toEqual([
      '2026-11-23',
      '2026-11-30',
      '2026-12-07',
      '2026-12-14',
      '2026-12-21',
    ]);
  });
});
