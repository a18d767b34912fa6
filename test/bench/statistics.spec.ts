import { describe, expect, it } from '@jest/globals';
import { median, quantile, rounded } from './statistics.js';

describe('the statistics of a run', () => {
  it('the median of an even number of values lies between the two in the middle', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it('one slow value moves the maximum, not the median', () => {
    expect([median([10, 11, 900]), quantile([10, 11, 900], 1)]).toEqual([11, 900]);
  });

  it('the 99th percentile of 1 to 101 leaves one value above it', () => {
    expect(
      quantile(
        Array.from({ length: 101 }, (_, at) => at + 1),
        0.99,
      ),
    ).toBe(100);
  });

  it('nothing measured has no median', () => {
    expect(() => median([])).toThrow('no values');
  });

  it('three digits are kept below a thousand, none behind the comma above', () => {
    expect([rounded(0.123456), rounded(12.3456), rounded(1234.56)]).toEqual([0.123, 12.3, 1235]);
  });
});
