import { describe, expect, it } from '@jest/globals';
import { loadCalendars } from '#calendars/calendars';
import { nextWorkingDay } from '#domain/clock/calendar';

const calendars = await loadCalendars(process.cwd());
const day = (text: string) => Temporal.PlainDate.from(text);

describe('the calendars', () => {
  it('are made once for a place and a policy', () => {
    expect(calendars.of({ country: 'FI' })).toBe(calendars.of({ country: 'FI', policy: 'strict' }));
    expect(calendars.of({ country: 'DE', region: 'DE-BY' })).toBe(calendars.of({ country: 'DE', region: 'DE-BY' }));
  });

  it('differ in version exactly when their days may differ', () => {
    const version = (country: string, region?: string, policy?: string) =>
      calendars.of({ country, region, policy }).version;
    expect(version('FI', 'FI-01')).toBe(version('FI'));
    expect(version('GB')).toBe(version('GB', 'GB-LND'));
    expect(new Set([version('FI'), version('FI', undefined, 'fi-150-1930'), version('SE')]).size).toBe(3);
    expect(new Set([version('GB'), version('GB', 'GB-SCT'), version('GB', 'GB-NIR')]).size).toBe(3);
  });

  it('tell the policies of a country, so that both dates can be shown where they differ', () => {
    expect(calendars.policiesOf('SE')).toEqual(['strict']);
    expect(calendars.policiesOf('FI')).toEqual(['strict', 'fi-150-1930']);
    const dates = calendars
      .policiesOf('FI')
      .map((policy) => nextWorkingDay(day('2026-12-24'), calendars.of({ country: 'FI', policy })).toString());
    expect(dates).toEqual(['2026-12-24', '2026-12-28']);
  });

  it('refuse a policy that the country does not have', () => {
    expect(() => calendars.of({ country: 'SE', policy: 'fi-150-1930' })).toThrow('fi-150-1930 for SE');
  });
});
