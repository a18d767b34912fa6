import { describe, expect, it } from '@jest/globals';
import type { WorkingCalendar } from '#domain/clock/calendar';
import { computeDeadlines } from '#domain/clock/deadlines';
import type { ClockEvent } from '#domain/clock/facts';
import { DEFAULT_REMINDER_POLICY, plannedReminders } from '#domain/clock/reminders';
import { RULE_PACKS } from '#domain/clock/rule-pack';

const calendar: WorkingCalendar = {
  version: 'independence day',
  country: 'FI',
  isPublicHoliday: (date) => date.month === 12 && date.day === 6,
};

/** Received Monday 9 November 2026, due Wednesday 9 December. */
function plan(asOf: string, ...events: ClockEvent[]) {
  const day = Temporal.PlainDate.from(asOf);
  const deadlines = computeDeadlines({ receivedOn: '2026-11-09', events }, calendar, RULE_PACKS.EU_GDPR, day);
  return plannedReminders(deadlines, calendar, DEFAULT_REMINDER_POLICY, day);
}

const schedule = (...input: Parameters<typeof plan>) => plan(...input).map(({ on, key }) => `${on.toString()} ${key}`);

describe('reminders of a running clock', () => {
  it('come 14, 7, 3 and 1 working days before the date, on it, before the extension notice, and the day after', () => {
    expect(schedule('2026-11-09')).toEqual([
      '2026-11-19 before_due-14-2026-12-09',
      '2026-11-30 before_due-7-2026-12-09',
      '2026-12-02 extension_decision-5-2026-12-09',
      '2026-12-04 before_due-3-2026-12-09',
      '2026-12-08 before_due-1-2026-12-09',
      '2026-12-09 on_due-2026-12-09',
      '2026-12-10 overdue-2026-12-10',
    ]);
  });

  it('leave out the days that have passed, and keep today', () => {
    expect(schedule('2026-12-08')).toEqual([
      '2026-12-08 before_due-1-2026-12-09',
      '2026-12-09 on_due-2026-12-09',
      '2026-12-10 overdue-2026-12-10',
    ]);
  });

  it('say what they are about', () => {
    const [first] = plan('2026-11-09');
    expect(first).toMatchObject({ kind: 'before_due', offset: 14, about: Temporal.PlainDate.from('2026-12-09') });
  });

  it('do not ask for a decision on an extension that was made, and get new keys with the new date', () => {
    const keys = plan('2026-11-12', { type: 'extended', on: '2026-11-12' }).map(({ key }) => key);
    expect(keys).toContain('on_due-2027-02-09');
    expect(keys.filter((key) => key.startsWith('extension_decision'))).toEqual([]);
  });

  it('do not ask again when a second extension was refused', () => {
    const reminders = plan(
      '2026-11-13',
      { type: 'extended', on: '2026-11-12' },
      { type: 'extended', on: '2026-11-13' },
    );
    expect(reminders.map(({ kind }) => kind)).not.toContain('extension_decision');
  });
});

describe('reminders of a late answer', () => {
  it('come on every working day, and that of today stays planned while today lasts', () => {
    expect(schedule('2026-12-10')).toEqual(['2026-12-10 overdue-2026-12-10', '2026-12-11 overdue-2026-12-11']);
    expect(schedule('2026-12-11')).toEqual(['2026-12-11 overdue-2026-12-11', '2026-12-14 overdue-2026-12-14']);
  });
});

describe('reminders of a paused clock', () => {
  it('speak only of the pause, when it has lasted more than 14 days', () => {
    expect(schedule('2026-11-12', { type: 'identity_requested', on: '2026-11-12' })).toEqual([
      '2026-11-27 paused_too_long-2026-11-12',
    ]);
  });

  it('wait for a working day', () => {
    expect(schedule('2026-11-13', { type: 'identity_requested', on: '2026-11-13' })).toEqual([
      '2026-11-30 paused_too_long-2026-11-13',
    ]);
  });
});

describe('reminders of a stopped clock', () => {
  it.each(['answered', 'refused', 'withdrawn'] as const)('are none: %s', (type) => {
    expect(plan('2026-11-12', { type, on: '2026-11-12' })).toEqual([]);
  });
});
