import { describe, expect, it } from '@jest/globals';
import type { WorkingCalendar } from '#domain/clock/calendar';
import { computeDeadlines } from '#domain/clock/deadlines';
import type { ClockEvent, ClockEventType } from '#domain/clock/facts';
import { internalDue, type InternalTarget } from '#domain/clock/internal-target';
import { RULE_PACKS } from '#domain/clock/rule-pack';

const calendar: WorkingCalendar = { version: 'weekends', country: 'FI', isPublicHoliday: () => false };

const event = (type: ClockEventType, on: string): ClockEvent => ({ type, on });

function target(receivedOn: string, events: ClockEvent[] = [], aim?: InternalTarget): string | null {
  const facts = { receivedOn, events };
  const asOf = Temporal.PlainDate.from('2026-11-30');
  const deadlines = computeDeadlines(facts, calendar, RULE_PACKS.EU_GDPR, asOf);
  return internalDue(facts, deadlines, calendar, aim)?.toString() ?? null;
}

describe("the organisation's own date", () => {
  it('is half of the statutory time', () => {
    expect(target('2026-11-02')).toBe('2026-11-17');
  });

  it('moves back, not forward, from a weekend', () => {
    expect(target('2026-11-07')).toBe('2026-11-20');
  });

  it('moves with a pause that began before it', () => {
    expect(
      target('2026-11-02', [event('identity_requested', '2026-11-05'), event('identity_confirmed', '2026-11-12')]),
    ).toBe('2026-11-24');
  });

  it('does not come back when a pause begins after it', () => {
    expect(
      target('2026-11-02', [event('identity_requested', '2026-11-20'), event('identity_confirmed', '2026-11-27')]),
    ).toBe('2026-11-17');
  });

  it('is half of three months after an extension', () => {
    expect(target('2026-11-02', [event('extended', '2026-11-10')])).toBe('2026-12-18');
  });

  it('has no date while the clock stands still', () => {
    expect(target('2026-11-02', [event('identity_requested', '2026-11-05')])).toBeNull();
  });

  it('is what the organisation sets', () => {
    expect(target('2026-11-02', [], { share: 0.8 })).toBe('2026-11-26');
  });
});
