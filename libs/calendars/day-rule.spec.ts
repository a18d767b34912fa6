import { describe, expect, it, jest } from '@jest/globals';
import { dayRule, isDayRule } from '#calendars/day-rule';

describe('a day in an override file', () => {
  it.each([
    ['12-24', ['2026-12-24']],
    ['2026-06-15', ['2026-06-15']],
    ['2025-06-15', []],
    ['easter', ['2026-04-05']],
    ['easter -2', ['2026-04-03']],
    ['orthodox 50', ['2026-06-01']],
    ['friday after 06-19', ['2026-06-19']],
    ['thursday before 05-01', ['2026-04-30']],
    ['2nd monday after 10-01', ['2026-10-12']],
    ['02-01 if sunday then next monday', ['2026-02-02']],
    ['02-01 if friday,saturday then next monday', ['2026-02-01']],
    ['05-08 since 2027', []],
    ['05-08 since 2026', ['2026-05-08']],
    ['05-08 prior to 2026', []],
    ['05-08 since 2000 prior to 2027', ['2026-05-08']],
  ])('%s falls in 2026 on %j', (rule, days) => {
    expect(isDayRule(rule)).toBe(true);
    expect(dayRule(rule)(2026)).toEqual(days);
  });

  it('that is moved over New Year falls in the year it is moved to', () => {
    expect(dayRule('12-31 if thursday then next friday')(2027)).toEqual(['2027-01-01', '2027-12-31']);
  });

  it.each([
    '',
    'some day',
    '13-01',
    '02-30',
    '02-29',
    '2027-02-29',
    'easter two',
    'friday after 06-31',
    '1-1',
    '12-24 12:00',
  ])('"%s" is none, and nothing is printed about it', (rule) => {
    const printed = jest.spyOn(console, 'error');
    expect(isDayRule(rule)).toBe(false);
    expect(printed).not.toHaveBeenCalled();
    printed.mockRestore();
  });
});
