import { describe, expect, it } from '@jest/globals';
import type { WorkingCalendar } from '#domain/clock/calendar';
import { computeDeadlines } from '#domain/clock/deadlines';
import type { ClockEvent, ClockEventType } from '#domain/clock/facts';
import { segmentsOf } from '#domain/clock/segments';
import { rulePackFor } from '#domain/clock/rule-packs';

const EU_RULES = rulePackFor('EU_GDPR', { receivedOn: '2026-01-01' });

const calendar: WorkingCalendar = { version: 'weekends', country: 'FI', isPublicHoliday: () => false };

const event = (type: ClockEventType, on: string): ClockEvent => ({ type, on });

const drawn = (receivedOn: string, asOf: string, ...events: ClockEvent[]) =>
  segmentsOf(
    computeDeadlines({ receivedOn, events }, calendar, EU_RULES, Temporal.PlainDate.from(asOf)),
    Temporal.PlainDate.from(asOf),
  ).map(({ kind, days }) => `${kind} ${days}`);

describe('the drawn clock', () => {
  it('shows what is used and what is left', () => {
    expect(drawn('2026-11-02', '2026-11-12')).toEqual(['used 10', 'left 20']);
  });

  it('shows only what is left on the day of receipt', () => {
    expect(drawn('2026-11-02', '2026-11-02')).toEqual(['left 30']);
  });

  it('shows pauses between the used days and the extension after what was left of the first month', () => {
    expect(
      drawn(
        '2026-10-27',
        '2026-11-23',
        event('identity_requested', '2026-10-30'),
        event('identity_confirmed', '2026-11-09'),
        event('extended', '2026-11-12'),
        event('clarification_requested', '2026-11-16'),
        event('clarified', '2026-11-18'),
      ),
    ).toEqual(['used 3', 'pause 10', 'used 7', 'pause 2', 'used 5', 'left 16', 'extension 61']);
  });

  it('while paused shows the days that would be left if the person answered today', () => {
    expect(drawn('2026-11-01', '2026-11-23', event('identity_requested', '2026-11-07'))).toEqual([
      'used 6',
      'pause 16',
      'left 24',
    ]);
  });

  it('in the extended months shows no days of the first one', () => {
    expect(drawn('2026-11-02', '2026-12-12', event('extended', '2026-11-20'))).toEqual(['used 40', 'extension 52']);
  });

  it('shows days late', () => {
    expect(drawn('2026-11-02', '2026-12-05')).toEqual(['used 30', 'overdue 3']);
  });

  it('ends where the clock stopped', () => {
    expect(drawn('2026-11-02', '2027-02-01', event('answered', '2026-11-12'))).toEqual(['used 10']);
    expect(drawn('2026-11-02', '2027-02-01', event('answered', '2026-12-04'))).toEqual(['used 30', 'overdue 2']);
  });
});
