import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { compareDates, daysBetween, earlierOf, isAfter, laterOf } from '#domain/clock/dates';

const FIRST = Temporal.PlainDate.from('1899-12-31');

/** Beyond every calendar, with two years that end a century: 1900 and 2100 have no leap day, 2000 has one. */
const anyDate = fc.nat({ max: 80_000 }).map((days) => FIRST.add({ days }));

describe('dates in numbers', () => {
  it('count the days between two dates as Temporal does', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (from, to) => {
        expect(daysBetween(from, to)).toBe(from.until(to, { largestUnit: 'day' }).days);
      }),
    );
  });

  it.each([
    ['2024-02-28', '2024-03-01', 2],
    ['2025-02-28', '2025-03-01', 1],
    ['2100-02-28', '2100-03-01', 1],
    ['2000-02-28', '2000-03-01', 2],
    ['2026-12-31', '2027-01-01', 1],
    ['2026-03-05', '2026-03-01', -4],
  ])('from %s to %s: %d', (from, to, days) => {
    expect(daysBetween(Temporal.PlainDate.from(from), Temporal.PlainDate.from(to))).toBe(days);
  });

  it('have the order of Temporal', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (one, other) => {
        const order = Temporal.PlainDate.compare(one, other);
        expect(Math.sign(compareDates(one, other))).toBe(order);
        expect(isAfter(one, other)).toBe(order > 0);
        expect(earlierOf(one, other).equals(order > 0 ? other : one)).toBe(true);
        expect(laterOf(one, other).equals(order > 0 ? one : other)).toBe(true);
      }),
    );
  });
});
