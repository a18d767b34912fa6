import { describe, expect, it } from '@jest/globals';
import { iso31662 } from 'iso-3166';
import { REGION_TIME_ZONES } from '#calendars/region-time-zones';
import { civilDateIn, isTimeZone, timeZonesOf } from '#calendars/time-zones';

const dateOf = (instant: string, country: string, region?: string): string | undefined =>
  civilDateIn(Temporal.Instant.from(instant), timeZonesOf(country, region))?.toString();

describe('the civil date of an instant', () => {
  it.each([
    ['23:59:59 in Helsinki', '2026-01-31T21:59:59Z', 'FI', '2026-01-31'],
    ['00:00:00 in Helsinki', '2026-01-31T22:00:00Z', 'FI', '2026-02-01'],
    ['23:59:59 in Helsinki in summer', '2026-07-31T20:59:59Z', 'FI', '2026-07-31'],
    ['00:00:00 in Helsinki in summer', '2026-07-31T21:00:00Z', 'FI', '2026-08-01'],
    ['the last second before summer time', '2026-03-28T21:59:59Z', 'FI', '2026-03-28'],
    ['the midnight before summer time begins', '2026-03-28T22:00:00Z', 'FI', '2026-03-29'],
    ['the midnight after it has begun', '2026-03-29T21:00:00Z', 'FI', '2026-03-30'],
    ['the midnight after it has ended', '2026-10-25T22:00:00Z', 'FI', '2026-10-26'],
    ['an hour before that', '2026-10-25T21:00:00Z', 'FI', '2026-10-25'],
    ['an offset from elsewhere', '2026-02-01T08:30:00+10:00', 'FI', '2026-02-01'],
    ['New Year in London', '2025-12-31T23:59:59.999Z', 'GB', '2025-12-31'],
  ])('%s: %s in %s is %s', (_edge, instant, country, date) => {
    expect(dateOf(instant, country)).toBe(date);
  });

  it.each([
    ['US', undefined, '2026-06-15T18:00:00Z', '2026-06-15'],
    ['US', undefined, '2026-06-15T05:00:00Z', undefined],
    ['US', 'US-CA', '2026-06-15T06:59:59Z', '2026-06-14'],
    ['US', 'US-TN', '2026-06-15T03:59:59Z', '2026-06-14'],
    ['US', 'US-TN', '2026-06-15T04:30:00Z', undefined],
    ['CA', 'CA-QC', '2026-06-15T03:59:59Z', '2026-06-14'],
    ['AU', 'AU-NSW', '2026-06-14T14:00:00Z', '2026-06-15'],
    ['ES', undefined, '2026-06-14T22:30:00Z', undefined],
    ['ES', 'ES-B', '2026-06-14T22:30:00Z', '2026-06-15'],
    ['ES', 'ES-GC', '2026-06-14T22:30:00Z', '2026-06-14'],
    ['PT', 'PT-20', '2026-06-14T23:30:00Z', '2026-06-14'],
    ['FR', undefined, '2026-06-14T22:30:00Z', '2026-06-15'],
    ['FR', 'FR-974', '2026-06-14T20:30:00Z', '2026-06-15'],
    ['DE', undefined, '2026-06-14T22:30:00Z', '2026-06-15'],
    ['CY', undefined, '2026-06-14T21:30:00Z', '2026-06-15'],
  ])('%s %s: %s is %s, where several zones may disagree', (country, region, instant, date) => {
    expect(dateOf(instant, country, region)).toBe(date);
  });
});

describe('time zones', () => {
  it.each(['Europe/Helsinki', 'europe/helsinki', 'America/Indiana/Knox', 'UTC', 'EET'])('%s is one', (name) => {
    expect(isTimeZone(name)).toBe(true);
  });

  it.each(['', 'Helsinki', 'Europe/Helsingfors', '+02:00', 'GMT+2', 'Europe'])('"%s" is none', (name) => {
    expect(isTimeZone(name)).toBe(false);
  });

  it.each([...REGION_TIME_ZONES])('of %s exist, and so does the region', (region, zones) => {
    expect(zones.filter((zone) => !isTimeZone(zone))).toEqual([]);
    expect(() => timeZonesOf(region.slice(0, 2), region)).not.toThrow();
    expect(timeZonesOf(region.slice(0, 2), region)).toEqual(zones);
  });

  it('are told for every state, province and territory of the countries that have several', () => {
    const countries = ['US', 'CA', 'AU', 'BR', 'NZ', 'ES', 'PT'];
    const withoutRow = (region: string) => {
      const country = region.slice(0, 2);
      return timeZonesOf(country, region).length === timeZonesOf(country).length;
    };
    const without = iso31662
      .map(({ code }) => code)
      .filter((code) => countries.includes(code.slice(0, 2)) && withoutRow(code));
    // The minor outlying islands lie in three oceans.
    expect(without).toEqual(['US-UM']);
  });
});
