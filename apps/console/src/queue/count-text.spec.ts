import { describe, expect, it } from '@jest/globals';
import { countText } from './count-text.js';

describe('a number of requests', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000+'],
  ])('of %s is written as %s: from where the server stops counting it means "at least"', (count, written) => {
    expect(countText(count, 'en')).toBe(written);
  });

  it('is written as its language does', () => {
    expect(countText(1000, 'fi')).toBe('1\u00a0000+');
  });
});
