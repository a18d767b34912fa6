import { describe, expect, it } from '@jest/globals';
import { niceScale } from './scale.js';

describe('the lines of a chart', () => {
  it.each([0, 1, 3, 4, 7, 23, 98, 100, 101, 1234, 999_999])('for at most %s are few, whole and reach it', (most) => {
    const { top, ticks } = niceScale(most);
    expect(top).toBeGreaterThanOrEqual(most);
    expect(ticks.length).toBeGreaterThanOrEqual(2);
    expect(ticks.length).toBeLessThanOrEqual(6);
    expect(ticks.every((tick) => Number.isInteger(tick))).toBe(true);
  });
});
