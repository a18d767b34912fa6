import { describe, expect, it } from '@jest/globals';
import type { WorkingCalendar } from '#domain/clock/calendar';
import { countPeriod } from '#domain/clock/period';
import type { PeriodUnit } from '#domain/clock/rule-pack';

const calendar: WorkingCalendar = { version: 'weekends', country: 'FI', isPublicHoliday: () => false };

const count = (from: string, length: number, unit: PeriodUnit) =>
  countPeriod(
    Temporal.PlainDate.from(from),
    { length, unit, source: { rule: 'a-rule', citation: 'A rule' } },
    calendar,
  );

describe('a month ends on the same date number (Regulation 1182/71, art. 3(2)(c))', () => {
  it.each([
    ['2026-03-05', 1, '2026-04-05'],
    ['2026-12-09', 1, '2027-01-09'],
    ['2026-02-28', 1, '2026-03-28'],
    ['2028-02-29', 1, '2028-03-29'],
    ['2026-11-15', 3, '2027-02-15'],
  ])('%s and %s month(s): %s', (from, months, expected) => {
    expect(count(from, months, 'month')).toMatchObject({ because: 'clock.because.same_date' });
    expect(count(from, months, 'month').to.toString()).toBe(expected);
  });
});

describe('a month without that date ends on its last day', () => {
  it.each([
    ['2026-01-29', 1, '2026-02-28'],
    ['2026-01-30', 1, '2026-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-11-30', 3, '2027-02-28'],
  ])('%s and %s month(s): %s', (from, months, expected) => {
    expect(count(from, months, 'month')).toMatchObject({ because: 'clock.because.month_end' });
    expect(count(from, months, 'month').to.toString()).toBe(expected);
  });

  it('and the short month does not stick: three months from 31 January end on 30 April', () => {
    expect(count('2026-01-31', 3, 'month').to.toString()).toBe('2026-04-30');
  });
});

describe('periods in days', () => {
  it('do not count the first day', () => {
    expect(count('2026-01-01', 45, 'day').to.toString()).toBe('2026-02-15');
    expect(count('2026-01-02', 10, 'working_day').to.toString()).toBe('2026-01-16');
  });
});
