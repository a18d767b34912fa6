import { describe, expect, it } from '@jest/globals';
import { MomentError, readMoment } from '#contracts/moment';

const refusal = (text: string): string => {
  try {
    return `read as ${readMoment(text).toString()}`;
  } catch (error) {
    return error instanceof MomentError ? error.message : String(error);
  }
};

describe('a moment', () => {
  it.each([
    ['2025-01-31', '2025-01-31'],
    ['2024-02-29', '2024-02-29'],
    ['2025-01-31T23:59:59+02:00', '2025-01-31T21:59:59Z'],
    ['2025-01-31T23:59Z', '2025-01-31T23:59:00Z'],
    ['2025-01-31 23:59:59.999-0500', '2025-02-01T04:59:59.999Z'],
    ['2025-01-31t00:00:00z', '2025-01-31T00:00:00Z'],
    ['2025-01-31T00:00:00+05:30', '2025-01-30T18:30:00Z'],
    // The leap second of 2016 is still on the last day of that year.
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59Z'],
  ])('%s is %s', (text, moment) => {
    expect(readMoment(text).toString()).toBe(moment);
  });

  it.each([
    ['2025-02-30', 'does not exist.'],
    ['2025-02-29', 'does not exist.'],
    ['2025-13-01', 'does not exist.'],
    ['0000-00-00', 'does not exist.'],
    ['2025-02-30T10:00Z', 'does not exist.'],
    ['2025-01-31T25:00Z', 'does not exist.'],
    ['2025-01-31T10:00+99:00', 'does not exist.'],
    ['2025-01-31T24:00:00Z', 'is 00:00 of the next day: give it as that.'],
    ['2025-01-31T10:00', 'has no offset: add one, as Z or +02:00, or give the date alone.'],
    ['2025-01-31T10:00:00.123', 'has no offset: add one, as Z or +02:00, or give the date alone.'],
    ['2025-01-31T10:00 EET', 'does not end in an offset, as Z or +02:00.'],
    ['2025-01-31T10:00:00.1234567891Z', 'does not end in an offset, as Z or +02:00.'],
    ['2025-01-31T10:00+02:00[Europe/Helsinki]', 'does not end in an offset, as Z or +02:00.'],
    ['31.1.2025', 'is neither a date, as 2025-01-31, nor an instant with its offset.'],
    ['20250131', 'is neither a date, as 2025-01-31, nor an instant with its offset.'],
    ['2025-1-31', 'is neither a date, as 2025-01-31, nor an instant with its offset.'],
    [' 2025-01-31', 'is neither a date, as 2025-01-31, nor an instant with its offset.'],
    ['2025-01-31\n', 'is neither a date, as 2025-01-31, nor an instant with its offset.'],
    ['+012025-01-31', 'is neither a date, as 2025-01-31, nor an instant with its offset.'],
    ['', 'is neither a date, as 2025-01-31, nor an instant with its offset.'],
  ])('%j is none, because it %s', (text, why) => {
    expect(refusal(text)).toBe(`${JSON.stringify(text)} ${why}`.replace(/^"(.{30}).+?" /, '"$1…" '));
  });
});
