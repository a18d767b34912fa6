import { describe, expect, it } from '@jest/globals';
import type { ClockView } from '#contracts/clock-view';
import { clockGeometry, daysFrom } from './clock-geometry.js';

const clock = (parts: Partial<ClockView>): ClockView => ({
  state: 'running',
  today: '2026-11-11',
  receivedOn: '2026-11-01',
  dueOn: '2026-12-01',
  firstDueOn: '2026-12-01',
  frozenDueOn: null,
  internalDueOn: null,
  extensionNoticeBy: null,
  refusalNoticeBy: null,
  daysLeft: 20,
  pausedSince: null,
  pausedDays: 0,
  acknowledgeBy: null,
  extended: false,
  closing: null,
  tone: 'ok',
  segments: [
    { kind: 'used', from: '2026-11-01', to: '2026-11-11', days: 10 },
    { kind: 'left', from: '2026-11-11', to: '2026-12-01', days: 20 },
  ],
  steps: [],
  limits: [],
  countedBy: { engine: '1', calendar: 'FI 1' },
  otherPolicies: [],
  ...parts,
});

describe('the drawn clock', () => {
  it('lays its parts end to end, and today between what is used and what is left', () => {
    const { segments, today, due } = clockGeometry(clock({}));
    const [used, left] = segments;
    expect(used?.at).toBe(0);
    expect(left?.at).toBeCloseTo((used?.at ?? 0) + (used?.width ?? 0));
    expect(today).toBeCloseTo(left?.at ?? 0);
    expect(due?.at).toBeCloseTo(98);
  });

  it('goes on to today when the date has passed', () => {
    const { due, today } = clockGeometry(clock({ today: '2026-12-11' }));
    expect(due?.at).toBeCloseTo((30 / 40) * 98);
    expect(today).toBeCloseTo(98);
  });

  it('marks the first date only where an extension has moved it', () => {
    expect(clockGeometry(clock({})).firstDue).toBeNull();
    const extended = clock({ extended: true, dueOn: '2027-02-01' });
    expect(clockGeometry(extended).firstDue?.date).toBe('2026-12-01');
  });

  it('marks Mondays, and no more of them than have room', () => {
    expect(clockGeometry(clock({})).ticks.map(({ date }) => date)).toEqual([
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
      '2026-11-30',
    ]);
    expect(clockGeometry(clock({ dueOn: '2027-10-01' })).ticks.length).toBeLessThanOrEqual(8);
  });

  it('draws a request closed on the day it came without dividing by nothing', () => {
    const closed = clock({ state: 'stopped', dueOn: '2026-11-01', segments: [], today: '2026-11-30' });
    expect(clockGeometry(closed).today).toBeNull();
    expect(clockGeometry(closed).due?.at).toBe(0);
  });

  it('counts days without losing one to summer time', () => {
    expect(daysFrom('2026-03-28', '2026-03-30')).toBe(2);
  });
});
