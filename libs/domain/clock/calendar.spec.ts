import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  addWorkingDays,
  CalendarOutOfRangeError,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  subtractWorkingDays,
  withClosedDays,
  type WorkingCalendar,
} from '#domain/clock/calendar';

const EASTER_2026 = ['2026-04-03', '2026-04-05', '2026-04-06'];

const calendar: WorkingCalendar = {
  version: 'easter 2026',
  country: 'FI',
  isPublicHoliday: (date) => EASTER_2026.includes(date.toString()),
};

const day = (text: string) => Temporal.PlainDate.from(text);

describe('working days (Regulation 1182/71, art. 2(2))', () => {
  it.each([
    ['a Thursday', '2026-04-02', true],
    ['Good Friday', '2026-04-03', false],
    ['a Saturday', '2026-04-04', false],
    ['Easter Sunday', '2026-04-05', false],
    ['Easter Monday', '2026-04-06', false],
    ['a Tuesday', '2026-04-07', true],
  ])('%s, %s: %s', (_name, date, expected) => {
    expect(isWorkingDay(day(date), calendar)).toBe(expected);
  });

  it('moves forward over holidays and weekend to the first working day, and leaves a working day where it is', () => {
    expect(nextWorkingDay(day('2026-04-03'), calendar).toString()).toBe('2026-04-07');
    expect(nextWorkingDay(day('2026-04-07'), calendar).toString()).toBe('2026-04-07');
  });

  it('moves back to the last working day, and leaves a working day where it is', () => {
    expect(previousWorkingDay(day('2026-04-06'), calendar).toString()).toBe('2026-04-02');
    expect(previousWorkingDay(day('2026-04-02'), calendar).toString()).toBe('2026-04-02');
  });

  it('counts working days without the first one, in both directions', () => {
    expect(addWorkingDays(day('2026-04-01'), 2, calendar).toString()).toBe('2026-04-07');
    expect(addWorkingDays(day('2026-04-04'), 1, calendar).toString()).toBe('2026-04-07');
    expect(subtractWorkingDays(day('2026-04-08'), 2, calendar).toString()).toBe('2026-04-02');
    expect(subtractWorkingDays(day('2026-04-08'), 0, calendar).toString()).toBe('2026-04-08');
  });

  it('counts over the end of the year', () => {
    expect(addWorkingDays(day('2026-12-31'), 1, calendar).toString()).toBe('2027-01-01');
    expect(subtractWorkingDays(day('2027-01-01'), 1, calendar).toString()).toBe('2026-12-31');
    // One in 2024, 261 in 2025, 261 without the two at Easter in 2026: the fourth of 2027.
    expect(addWorkingDays(day('2024-12-30'), 525, calendar).toString()).toBe('2027-01-06');
  });

  it('counts as one who goes from day to day', () => {
    const step = (from: Temporal.PlainDate, count: number, days: 1 | -1) => {
      let date = from;
      for (let left = count; left > 0; left -= isWorkingDay(date, calendar) ? 1 : 0) date = date.add({ days });
      return date.toString();
    };
    fc.assert(
      fc.property(fc.nat({ max: 1500 }), fc.nat({ max: 400 }), (after, count) => {
        const date = day('2024-06-01').add({ days: after });
        expect(addWorkingDays(date, count, calendar).toString()).toBe(step(date, count, 1));
        expect(subtractWorkingDays(date, count, calendar).toString()).toBe(step(date, count, -1));
      }),
    );
  });

  it('does not ask for a year beyond the days that it counts', () => {
    const until2026: WorkingCalendar = {
      ...calendar,
      isPublicHoliday: ({ year }) => {
        if (year > 2026) throw new CalendarOutOfRangeError('FI', year);
        return false;
      },
    };
    expect(addWorkingDays(day('2026-12-30'), 1, until2026).toString()).toBe('2026-12-31');
    expect(() => addWorkingDays(day('2026-12-30'), 2, until2026)).toThrow(CalendarOutOfRangeError);
  });

  it('leaves out the days that a law closes, also over the end of the year', () => {
    const closed = withClosedDays(calendar, [{ from: '12-25', to: '01-15' }]);
    expect(addWorkingDays(day('2026-12-24'), 1, closed).toString()).toBe('2027-01-18');
    expect(subtractWorkingDays(day('2027-01-18'), 1, closed).toString()).toBe('2026-12-24');
    expect(addWorkingDays(day('2026-12-24'), 1, calendar).toString()).toBe('2026-12-25');
  });

  it('carries the code of the clock command when a year is unknown', () => {
    expect(new CalendarOutOfRangeError('FI', 2200).code).toBe('calendar-out-of-range');
  });
});
