import { describe, expect, it } from '@jest/globals';
import {
  addWorkingDays,
  CalendarOutOfRangeError,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  subtractWorkingDays,
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

  it('carries the code of the clock command when a year is unknown', () => {
    expect(new CalendarOutOfRangeError('FI', 2200).code).toBe('calendar-out-of-range');
  });
});
