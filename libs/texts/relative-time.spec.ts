import { describe, expect, it } from '@jest/globals';
import { formatAgo } from './relative-time.js';

const MINUTE = 60_000;

describe('how long ago', () => {
  it.each([
    [0, 'en', '1 minute ago'],
    [MINUTE, 'fi', '1 minuutti sitten'],
    [59 * MINUTE, 'sv', 'för 59 minuter sedan'],
    [60 * MINUTE, 'fi', '1 tunti sitten'],
    [26 * 60 * MINUTE, 'en', '1 day ago'],
    [49 * 60 * MINUTE, 'sv', 'för 2 dagar sedan'],
  ] as const)('%d ms is, in %s, "%s"', (milliseconds, language, written) => {
    expect(formatAgo(milliseconds, language).replace(/\s/gu, ' ')).toBe(written);
  });
});
