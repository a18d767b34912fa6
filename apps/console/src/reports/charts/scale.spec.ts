import { describe, expect, it } from '@jest/globals';
import { niceScale, shareTicks } from './scale.js';

describe('the lines of a chart', () => {
  it.each([0, 1, 3, 4, 7, 23, 98, 100, 101, 1234, 999_999])('for at most %s are few, whole and reach it', (most) => {
    const { top, ticks } = niceScale(most);
    expect(top).toBeGreaterThanOrEqual(most);
    expect(ticks.length).toBeGreaterThanOrEqual(2);
    expect(ticks.length).toBeLessThanOrEqual(6);
    expect(ticks.every((tick) => Number.isInteger(tick))).toBe(true);
  });
});

describe('the lines of a chart of shares', () => {
  it.each([
    [
      [99.1, 97],
      [90, 92, 94, 96, 98, 100],
    ],
    [
      [99.1, 61],
      [50, 60, 70, 80, 90, 100],
    ],
    [[0], [0, 20, 40, 60, 80, 100]],
    [[], [90, 92, 94, 96, 98, 100]],
  ])('for %s hold the least of them and end at 100', (shares, ticks) => {
    expect(shareTicks(shares)).toEqual(ticks);
  });
});
