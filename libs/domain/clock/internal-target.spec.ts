import { describe, expect, it } from '@jest/globals';
import type { WorkingCalendar } from '#domain/clock/calendar';
import { computeDeadlines } from '#domain/clock/deadlines';
import type { ClockEvent, ClockEventType } from '#domain/clock/facts';
import { DEFAULT_INTERNAL_TARGETS, internalDue, type InternalTargets } from '#domain/clock/internal-target';
import { rulePackFor } from '#domain/clock/rule-packs';
import type { Right } from '#domain/law/rights';

const EU_RULES = rulePackFor('EU_GDPR', { receivedOn: '2026-01-01' });

const calendar: WorkingCalendar = { version: 'weekends', country: 'FI', isPublicHoliday: () => false };

const event = (type: ClockEventType, on: string): ClockEvent => ({ type, on });

function target(
  receivedOn: string,
  events: ClockEvent[] = [],
  rights: Right[] = ['access'],
  targets: InternalTargets = DEFAULT_INTERNAL_TARGETS,
): string | null {
  const facts = { receivedOn, events };
  const asOf = Temporal.PlainDate.from('2026-11-30');
  const deadlines = computeDeadlines(facts, calendar, EU_RULES, asOf);
  return internalDue(facts, deadlines, calendar, targets, rights)?.toString() ?? null;
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
    expect(target('2026-11-02', [], ['access'], { share: 0.8, workingDays: {} })).toBe('2026-11-26');
  });
});

describe('a request received on a weekend', () => {
  it('is never to be answered before it came', () => {
    expect(target('2026-11-07', [], ['access'], { share: 0.01, workingDays: {} })).toBe('2026-11-07');
  });
});

describe('a right with working days of its own', () => {
  it('bans marketing on the third working day after receipt', () => {
    expect(target('2026-11-05', [], ['direct_marketing'])).toBe('2026-11-10');
  });

  it('gives a request with several rights its earliest date', () => {
    expect(target('2026-11-02', [], ['access', 'direct_marketing'])).toBe('2026-11-05');
  });

  it('counts by share again when more working days are set than the share has', () => {
    expect(target('2026-11-02', [], ['access'], { share: 0.5, workingDays: { access: 30 } })).toBe('2026-11-17');
  });

  it('moves with a pause that began before it', () => {
    const events = [event('identity_requested', '2026-11-04'), event('identity_confirmed', '2026-11-11')];
    expect(target('2026-11-02', events, ['direct_marketing'])).toBe('2026-11-12');
  });
});

describe('the statutory date', () => {
  it('is never passed, however much time the organisation gives itself', () => {
    expect(target('2026-11-02', [], ['access'], { share: 1, workingDays: { access: 200 } })).toBe('2026-12-02');
  });
});
