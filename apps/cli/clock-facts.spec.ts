import { describe, expect, it } from '@jest/globals';
import { factsOf } from '#apps/cli/clock-facts';
import { readClockLine } from '#contracts/clock-line';

const facts = (line: Readonly<Record<string, unknown>>) =>
  factsOf(readClockLine({ regime: 'EU_GDPR', country: 'FI', received: '2026-01-05', ...line }));

const at = (...moments: string[]) => moments.map((moment) => ({ type: 'extended', at: moment }));

describe('the dates of a line', () => {
  it('are those where the controller is', () => {
    const line = { received: '2026-01-31T21:59:59Z', events: at('2026-02-01T22:00:00Z'), asOf: '2026-02-02T22:00:00Z' };
    const { receivedOn, events, asOf } = facts(line);
    expect([receivedOn, events[0]?.on, asOf?.toString()]).toEqual(['2026-01-31', '2026-02-02', '2026-02-03']);
  });

  it('are those of the time zone that is named', () => {
    expect(facts({ received: '2026-01-31T22:00:00Z' }).receivedOn).toBe('2026-02-01');
    expect(facts({ received: '2026-01-31T22:00:00Z', timeZone: 'Europe/Lisbon' }).receivedOn).toBe('2026-01-31');
    expect(facts({ received: '2026-01-31', timeZone: 'Pacific/Kiritimati' }).receivedOn).toBe('2026-01-31');
  });

  it.each([
    ['Europe/Helsingfors', 'bad-date'],
    ['+02:00', 'bad-date'],
    ['', 'bad-date'],
  ])('are not guessed in a zone "%s"', (timeZone, code) => {
    expect(() => facts({ timeZone })).toThrow(expect.objectContaining({ code }));
  });

  it('are asked for where the zones of a country disagree, and only there', () => {
    const california = { regime: 'US_CA_CCPA', country: 'US', received: '2026-02-01T06:00:00Z' };
    expect(() => facts(california)).toThrow('received falls on two dates in the time zones of US: give timeZone.');
    expect(facts({ ...california, region: 'US-CA' }).receivedOn).toBe('2026-01-31');
    expect(facts({ ...california, timeZone: 'America/New_York' }).receivedOn).toBe('2026-02-01');
    expect(facts({ ...california, received: '2026-02-01T20:00:00Z' }).receivedOn).toBe('2026-02-01');
    expect(facts({ ...california, received: '2026-02-01' }).receivedOn).toBe('2026-02-01');
  });
});

describe('events', () => {
  const order = (...moments: string[]) => {
    const types = ['answered', 'refused', 'withdrawn', 'extended'] as const;
    const events = moments.map((moment, index) => ({ type: types[index], at: moment }));
    return facts({ events }).events.map(({ type }) => types.findIndex((known) => known === type));
  };

  it('are taken by date', () => {
    expect(order('2026-01-09', '2026-01-07', '2026-01-08T10:00Z')).toEqual([1, 2, 0]);
  });

  it('of one date are taken by time', () => {
    expect(order('2026-01-07T10:00+02:00', '2026-01-07T09:00+02:00', '2026-01-07T08:30+01:00')).toEqual([1, 2, 0]);
  });

  it('at the same time stay in the given order', () => {
    expect(order('2026-01-07T10:00Z', '2026-01-07T12:00+02:00', '2026-01-07T09:00-01:00')).toEqual([0, 1, 2]);
    expect(order('2026-01-07', '2026-01-07', '2026-01-06')).toEqual([2, 0, 1]);
  });

  it('without a time of day keep their place among those of their date', () => {
    expect(order('2026-01-07T10:00Z', '2026-01-07', '2026-01-07T09:00Z')).toEqual([2, 1, 0]);
    expect(order('2026-01-07', '2026-01-07T10:00Z', '2026-01-07T09:00Z', '2026-01-07')).toEqual([0, 2, 1, 3]);
  });

  it('are not before receipt, to the second where both have one', () => {
    const received = '2026-01-05T10:00:00Z';
    expect(() => facts({ received, events: at('2026-01-05T09:59:59Z') })).toThrow(
      expect.objectContaining({ code: 'event-before-receipt', message: 'events[0].at is before receipt.' }),
    );
    expect(facts({ received, events: at('2026-01-05T10:00:00Z', '2026-01-05') }).events).toHaveLength(2);
  });
});
