import { createHash } from 'node:crypto';
import { describe, expect, it, jest } from '@jest/globals';
import { loadCalendars } from '#calendars/calendars';

const calendars = await loadCalendars(process.cwd());

const EEA = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' ');
const OTHERS = 'CH GB GB-SCT GB-NIR US US-CA US-VA US-CO US-IA CA CA-QC BR NZ AU AU-NSW ZA SG KR TR IN'.split(' ');

/** Each costs some milliseconds in the library, so not every one of them. */
const YEARS = [2000, 2012, 2024, 2025, 2026, 2030, 2050, 2075];

describe('the calendar of', () => {
  it.each([...EEA, ...OTHERS])('%s has a whole table from 2000 to 2075, and prints nothing', (place) => {
    const printed = (['log', 'warn', 'error'] as const).map((method) => jest.spyOn(console, method));
    const calendar = calendars.of({ country: place.slice(0, 2), region: place.length > 2 ? place : undefined });
    for (const year of YEARS) {
      const newYear = Temporal.PlainDate.from({ year, month: 1, day: 1 });
      const days = Array.from({ length: newYear.daysInYear }, (_, index) => newYear.add({ days: index }));
      const holidays = days.filter((day) => calendar.isPublicHoliday(day));
      // India has three national holidays; every other place here at least seven.
      expect(holidays.length).toBeGreaterThanOrEqual(place === 'CA' || place === 'IN' ? 5 : 7);
      expect(holidays.length).toBeLessThanOrEqual(26);
    }
    for (const spy of printed) {
      expect(spy).not.toHaveBeenCalled();
      spy.mockRestore();
    }
  });
});

describe('the version of a calendar', () => {
  const table = ['FI', 'DE-BY', 'GB', 'US-CA', 'CH-ZH', 'RO', 'IS', 'TR'].map((place) => {
    const calendar = calendars.of({ country: place.slice(0, 2), region: place.length > 2 ? place : undefined });
    const days = Array.from({ length: 3 * 365 }, (_, index) =>
      Temporal.PlainDate.from('2025-01-01').add({ days: index }),
    );
    return { version: calendar.version, days: days.filter((day) => calendar.isPublicHoliday(day)).map(String) };
  });
  const digestOf = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

  it('names these days: when they differ under the same versions, change TABLE_CODE and note the digests', () => {
    expect([digestOf(table.map(({ version }) => version)), digestOf(table.map(({ days }) => days))]).toEqual([
      '15b00f5137f2c1c7',
      'd8e2b5bb19e03686',
    ]);
  });
});
