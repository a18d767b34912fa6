import { describe, expect, it } from '@jest/globals';
import type { WorkingCalendar } from '#domain/clock/calendar';
import { computeDeadlines } from '#domain/clock/deadlines';
import type { ClockEvent, ClockEventType } from '#domain/clock/facts';
import type { RulePack } from '#domain/clock/rule-pack';
import { rulePackFor } from '#domain/clock/rule-packs';

const EU_RULES = rulePackFor('EU_GDPR', { receivedOn: '2026-01-01' });

const calendar: WorkingCalendar = { version: 'weekends', country: 'FI', isPublicHoliday: () => false };

const event = (type: ClockEventType, on: string): ClockEvent => ({ type, on });

const clock = (receivedOn: string, events: ClockEvent[], rules: RulePack = EU_RULES) =>
  computeDeadlines({ receivedOn, events }, calendar, rules, null);

describe('an extension in time (GDPR art. 12(3))', () => {
  it('gives three months from receipt, not two from the first due date', () => {
    // The first month ends on Saturday 28 February and moves to 2 March; three months end on 30 April.
    const extended = clock('2026-01-31', [event('extended', '2026-02-20')]);
    expect(extended.firstDue?.toString()).toBe('2026-03-02');
    expect(extended.due?.toString()).toBe('2026-04-30');
    expect(extended.extensionValid).toBe(true);
  });

  it('is in time on the last day of the first month', () => {
    expect(clock('2026-11-02', [event('extended', '2026-12-02')]).due?.toString()).toBe('2027-02-02');
  });

  it('is in time on the working day to which the limit of the notice moved', () => {
    expect(clock('2026-01-31', [event('extended', '2026-03-02')]).extensionValid).toBe(true);
  });

  it('keeps the days of standstill, before and after it', () => {
    const extended = clock('2026-11-02', [
      event('identity_requested', '2026-11-05'),
      event('identity_confirmed', '2026-11-12'),
      event('extended', '2026-11-20'),
      event('clarification_requested', '2027-01-11'),
      event('clarified', '2027-01-14'),
    ]);
    expect(extended.due?.toString()).toBe('2027-02-12');
    expect(extended.firstDue?.toString()).toBe('2026-12-09');
  });

  it('is in time within the first month as the pauses moved it', () => {
    const paused = [event('identity_requested', '2026-11-05'), event('identity_confirmed', '2026-11-12')];
    expect(clock('2026-11-02', [...paused, event('extended', '2026-12-09')]).extensionValid).toBe(true);
    expect(clock('2026-11-02', [...paused, event('extended', '2026-12-10')]).extensionValid).toBe(false);
  });

  it('is in time while the clock stands still, however long', () => {
    const extended = clock('2026-11-02', [
      event('identity_requested', '2026-11-05'),
      event('extended', '2026-12-20'),
      event('identity_confirmed', '2026-12-30'),
    ]);
    expect(extended.extensionValid).toBe(true);
    expect(extended.due?.toString()).toBe('2027-03-29');
  });

  it('is in time while a question is open, from whatever day it is looked at', () => {
    const open = clock('2026-11-02', [event('identity_requested', '2026-11-05'), event('extended', '2026-12-20')]);
    expect(open).toMatchObject({ state: 'paused', extensionValid: true });
    expect(open.frozenDue?.toString()).toBe('2027-02-02');
  });

  it('names itself among the steps before the month', () => {
    const { steps } = clock('2026-11-02', [event('extended', '2026-11-20')]);
    expect(steps.map(({ because }) => because)).toEqual([
      'clock.because.receipt',
      'clock.because.extended',
      'clock.because.same_date',
    ]);
  });
});

describe('an extension that does not stand', () => {
  it('is late after the first month: the first date stands', () => {
    const late = clock('2026-11-02', [event('extended', '2026-12-03')]);
    expect(late.extensionValid).toBe(false);
    expect(late.due?.toString()).toBe('2026-12-02');
    expect(late.steps[1]?.because).toBe('clock.because.extension_late');
  });

  it('is a second one: the date of the first extension stands', () => {
    const twice = clock('2026-11-02', [event('extended', '2026-11-20'), event('extended', '2026-11-25')]);
    expect(twice.extensionValid).toBe(false);
    expect(twice.due?.toString()).toBe('2027-02-02');
    expect(twice.steps[2]?.because).toBe('clock.because.extension_repeated');
  });

  it('is one after the answer: it is not even looked at', () => {
    const answered = clock('2026-11-02', [event('answered', '2026-11-20'), event('extended', '2026-11-25')]);
    expect(answered.extensionValid).toBeNull();
  });

  it('is any where the law has none', () => {
    const none = clock('2026-11-02', [event('extended', '2026-11-20')], {
      ...EU_RULES,
      extension: { noticeWithin: null, source: EU_RULES.start },
    });
    expect(none).toMatchObject({ extensionValid: false, extensionNoticeBy: null });
    expect(none.due?.toString()).toBe('2026-12-02');
  });
});
