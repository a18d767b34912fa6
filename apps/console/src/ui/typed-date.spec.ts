import { describe, expect, it } from '@jest/globals';
import { readTypedDate, writeTypedDate } from './typed-date.js';

const TODAY = '2026-11-23';

describe('a typed date', () => {
  it.each([
    ['9.12.2025', '2025-12-09'],
    ['9. 12. 2025', '2025-12-09'],
    ['09.12.25', '2025-12-09'],
    ['9/12/2025', '2025-12-09'],
    ['2025-12-09', '2025-12-09'],
  ])('reads %s with the day first', (typed, date) => {
    expect(readTypedDate(typed, TODAY)).toBe(date);
  });

  it('takes a date without a year as the latest one that has been', () => {
    expect(readTypedDate('22.11.', TODAY)).toBe('2026-11-22');
    expect(readTypedDate('24.11', TODAY)).toBe('2025-11-24');
  });

  it.each(['31.2.2026', '0.1.2026', '13.13.2026', 'eilen', '', '1.2.3'])('does not make a date of "%s"', (typed) => {
    expect(readTypedDate(typed, TODAY)).toBeNull();
  });

  it('writes what it reads', () => {
    expect(readTypedDate(writeTypedDate('2026-03-09'), TODAY)).toBe('2026-03-09');
  });
});
