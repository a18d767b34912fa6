import { describe, expect, it } from '@jest/globals';
import { lineOf, tableOf } from './report.js';
import type { Figure } from './bench.js';

const figure: Figure = {
  name: 'engine.redis',
  what: 'Three transitions',
  unit: 'requests/s',
  values: [900, 1000, 800],
  floor: 1800,
  ratioTarget: { atLeast: 0.65 },
};

describe('a figure as it is printed', () => {
  it('is the median of its repeats with their spread, and a share of its floor', () => {
    expect(lineOf(figure)).toMatchObject({ value: 900, spread: [800, 1000], repeats: 3, floor: 1800, ratio: 0.5 });
  });

  it('misses a target that its ratio does not reach', () => {
    expect([lineOf(figure).met, lineOf({ ...figure, floor: 1200 }).met]).toEqual([false, true]);
  });

  it('misses one of two targets when the other is met', () => {
    expect(lineOf({ ...figure, floor: 1200, target: { atLeast: 1000 } }).met).toBe(false);
  });

  it('says nothing about a target that nobody set', () => {
    const { ratioTarget: _ratioTarget, ...free } = figure;
    expect(lineOf(free).met).toBeNull();
  });

  it('keeps target and miss in the row of the table', () => {
    expect(tableOf([figure])).toContain('| 900 requests/s | 800 – 1,000 | 0.50  | ≥ 0.65 × | MISSED |');
  });
});
