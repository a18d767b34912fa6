import { describe, expect, it } from '@jest/globals';
import { percentileDays } from './percentile.js';
import { shareOf } from './share.js';

const days = (...counts: readonly (readonly [days: number, requests: number])[]) =>
  counts.map(([taken, requests]) => ({ days: taken, requests }));

describe('the days within which a share was answered', () => {
  it('are those of the middle request for a half, and of the ninth of ten for nine tenths', () => {
    const ten = days([9, 1], [1, 1], [2, 1], [3, 1], [4, 1], [5, 1], [6, 1], [7, 1], [8, 1], [40, 1]);
    expect(percentileDays(ten, 0.5)).toBe(5);
    expect(percentileDays(ten, 0.9)).toBe(9);
  });

  it('count every request of a day', () => {
    expect(percentileDays(days([30, 99], [3, 1]), 0.5)).toBe(30);
    expect(percentileDays(days([30, 1], [3, 99]), 0.9)).toBe(3);
  });

  it('are none where nothing was answered', () => {
    expect(percentileDays([], 0.5)).toBeNull();
  });
});

describe('a share', () => {
  it('has one decimal', () => {
    expect(shareOf(2, 3)).toBe(66.7);
  });

  it('is never rounded up to all of them', () => {
    expect(shareOf(99_999, 100_000)).toBe(99.9);
    expect(shareOf(3, 3)).toBe(100);
  });

  it('of nothing is none', () => {
    expect(shareOf(0, 0)).toBeNull();
  });
});
