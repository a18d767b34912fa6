import { describe, expect, it } from '@jest/globals';
import type { HolidayOverrides } from '#calendars/holiday-overrides';
import { createWorkingCalendar } from '#calendars/working-calendar';

const day = (text: string) => Temporal.PlainDate.from(text);
const calendarOf = (country: string, region?: string, overrides: HolidayOverrides[] = [], policy = 'strict') =>
  createWorkingCalendar({ country, region, policy, overrides });

const name = { fi: 'juhlapäivä', sv: 'festdag', en: 'festival' };
const source = 'invented';

describe('a region', () => {
  it('has its own holidays beside those of the country', () => {
    expect(calendarOf('DE').isPublicHoliday(day('2026-01-06'))).toBe(false);
    expect(calendarOf('DE', 'DE-BY').isPublicHoliday(day('2026-01-06'))).toBe(true);
    expect(calendarOf('DE', 'DE-BY').isPublicHoliday(day('2026-10-03'))).toBe(true);
  });

  it('is England when Great Britain names none', () => {
    expect(calendarOf('GB').version).toBe(calendarOf('GB', 'GB-ENG').version);
    expect(calendarOf('GB').isPublicHoliday(day('2026-11-30'))).toBe(false);
    expect(calendarOf('GB', 'GB-SCT').isPublicHoliday(day('2026-11-30'))).toBe(true);
  });
});

describe('what is not known is refused', () => {
  it('a country and a region', () => {
    expect(() => calendarOf('XX')).toThrow(expect.objectContaining({ code: 'unknown-country' }));
    expect(() => calendarOf('DE', 'DE-XX')).toThrow(expect.objectContaining({ code: 'unknown-region' }));
  });

  it.each(['1999-12-31', '2076-01-01'])('the year of %s', (date) => {
    expect(() => calendarOf('FI').isPublicHoliday(day(date))).toThrow(
      expect.objectContaining({ code: 'calendar-out-of-range' }),
    );
  });

  it.each(['2000-01-01', '2075-01-01'])('but not that of %s', (date) => {
    expect(calendarOf('FI').isPublicHoliday(day(date))).toBe(true);
  });

  it('a policy that no row names', () => {
    expect(() => calendarOf('FI', undefined, [], 'lenient')).toThrow('lenient');
  });
});

describe('the name of a holiday', () => {
  it('is in the language asked for, else in English, and only then in that of the place', () => {
    expect(calendarOf('DE').holidayName?.(day('2026-04-03'))).toMatchObject({ fi: 'pitkäperjantai' });
    expect(calendarOf('DE').holidayName?.(day('2026-05-25'))).toMatchObject({ fi: 'Whit Monday', en: 'Whit Monday' });
    expect(calendarOf('IS').holidayName?.(day('2026-04-23'))).toMatchObject({ sv: 'First Day of Summer' });
  });
});

describe('whole days', () => {
  it('a holiday of two days is two days', () => {
    expect(calendarOf('RO').isPublicHoliday(day('2026-01-02'))).toBe(true);
    expect(calendarOf('RO').isPublicHoliday(day('2026-01-03'))).toBe(false);
  });

  it('a holiday of several days goes on over New Year: the Feast of the Sacrifice in Turkey', () => {
    expect(calendarOf('TR').isPublicHoliday(day('2007-01-02'))).toBe(true);
  });

  it('half a holiday is a working day: Christmas Eve in Iceland', () => {
    expect(calendarOf('IS').isPublicHoliday(day('2026-12-24'))).toBe(false);
  });
});

describe('override rows', () => {
  it('add a day, once or every year', () => {
    const rows = [
      { on: '2026-09-01', holiday: true as const, name, source },
      { on: '09-15', holiday: true as const, name, source },
    ];
    const calendar = calendarOf('FI', undefined, [{ country: 'FI', rows }]);
    expect(calendar.holidayName?.(day('2026-09-01'))).toEqual(name);
    expect(calendar.isPublicHoliday(day('2027-09-01'))).toBe(false);
    expect(calendar.isPublicHoliday(day('2027-09-15'))).toBe(true);
  });

  it('take a day away', () => {
    const calendar = calendarOf('FI', undefined, [
      { country: 'FI', rows: [{ on: '2026-12-25', holiday: false, source }] },
    ]);
    expect(calendar.isPublicHoliday(day('2026-12-25'))).toBe(false);
    expect(calendar.isPublicHoliday(day('2027-12-25'))).toBe(true);
  });

  it('hold in every part of their region, also where the library knows no region', () => {
    const row = { on: '2026-09-01', holiday: true as const, name, source };
    const holds = (region: string, rowRegion: string) =>
      calendarOf(region.slice(0, 2), region, [
        { country: region.slice(0, 2), rows: [{ ...row, region: rowRegion }] },
      ]).isPublicHoliday(day('2026-09-01'));
    expect(holds('ES-B', 'ES-CT')).toBe(true);
    expect(holds('FI-01', 'FI-01')).toBe(true);
    expect(holds('FI-02', 'FI-01')).toBe(false);
  });

  it('hold only in their country, region and policy', () => {
    const row = { on: '2026-09-01', holiday: true as const, name, source };
    const overrides = [{ country: 'DE', rows: [{ ...row, region: 'DE-BY', policy: 'custom' }] }];
    const isHoliday = (country: string, region: string | undefined, policy: string) =>
      calendarOf(country, region, overrides, policy).isPublicHoliday(day('2026-09-01'));
    expect(isHoliday('DE', 'DE-BY', 'custom')).toBe(true);
    expect(isHoliday('DE', 'DE-BY', 'strict')).toBe(false);
    expect(isHoliday('DE', 'DE-BE', 'custom')).toBe(false);
    expect(isHoliday('FI', undefined, 'strict')).toBe(false);
  });

  it('change the version of the calendar', () => {
    const rows = [{ on: '2026-09-01', holiday: true as const, name, source }];
    expect(calendarOf('FI', undefined, [{ country: 'FI', rows }]).version).not.toBe(calendarOf('FI').version);
    expect(calendarOf('FI').version).toMatch(/^FI\/strict\/date-holidays-\d+\.\d+\.\d+\/[0-9a-f]{12}$/);
  });
});
