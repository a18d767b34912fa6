import { describe, expect, it } from '@jest/globals';
import { ageOf } from './age.js';

describe('the age of work', () => {
  it.each([
    [0.4, null],
    [59, { unit: 'seconds', count: 59 }],
    [60, { unit: 'minutes', count: 1 }],
    [7199, { unit: 'hours', count: 1 }],
    [86_399, { unit: 'hours', count: 23 }],
    [200_000, { unit: 'days', count: 2 }],
  ])('of %d s is told in its largest whole unit', (seconds, age) => {
    expect(ageOf(seconds)).toEqual(age);
  });
});
