import { describe, expect, it } from '@jest/globals';
import type { WorkingCalendar } from '#domain/clock/calendar';
import { computeDeadlines, type Deadlines } from '#domain/clock/deadlines';
import type { ClockEvent } from '#domain/clock/facts';
import type { RulePack } from '#domain/clock/rule-pack';
import { rulePackFor } from '#domain/clock/rule-packs';
import { stepToJson, stepValues } from '#domain/clock/step-json';
import { sentenceKey } from '#domain/clock/steps';

const EU_RULES = rulePackFor('EU_GDPR', { receivedOn: '2026-01-01' });

const calendar: WorkingCalendar = {
  version: 'easter 2026',
  country: 'FI',
  isPublicHoliday: (date) => date.toString() in EASTER_2026,
  holidayName: (date) => EASTER_2026[date.toString()] ?? null,
};

const EASTER_2026: Record<string, { fi: string; sv: string; en: string }> = {
  '2026-04-03': { fi: 'pitkäperjantai', sv: 'långfredagen', en: 'Good Friday' },
  '2026-04-05': { fi: 'pääsiäispäivä', sv: 'påskdagen', en: 'Easter Sunday' },
  '2026-04-06': { fi: 'toinen pääsiäispäivä', sv: 'annandag påsk', en: 'Easter Monday' },
};

const clock = (receivedOn: string, events: ClockEvent[] = [], rules: RulePack = EU_RULES): Deadlines =>
  computeDeadlines({ receivedOn, events }, calendar, rules, Temporal.PlainDate.from('2026-03-10'));

const lines = (steps: Deadlines['steps']) =>
  steps.map(({ rule, from, to }) => `${rule} ${from.toString()} ${to.toString()}`);

describe('the steps of a date', () => {
  it('tell receipt, month, standstill and working day, each with its rule', () => {
    const { steps } = clock('2026-02-26', [
      { type: 'identity_requested', on: '2026-03-02' },
      { type: 'identity_confirmed', on: '2026-03-10' },
    ]);
    expect(lines(steps)).toEqual([
      'reg-1182-71-3-1 2026-02-26 2026-02-26',
      'reg-1182-71-3-2-c 2026-02-26 2026-03-26',
      'gdpr-12-6 2026-03-26 2026-04-03',
      'reg-1182-71-3-4 2026-04-03 2026-04-07',
    ]);
  });

  it('name the holidays passed over, in the language of the reader', () => {
    const roll = clock('2026-03-05').steps.at(-1);
    expect(roll?.because).toBe('clock.because.roll_holiday');
    expect(roll && stepValues(stepToJson(roll), 'sv', (date) => date)).toEqual({
      from: '2026-04-05',
      to: '2026-04-07',
      holidays: 'påskdagen, annandag påsk',
    });
  });

  it('give the values of a pause for its text', () => {
    const [, , pause] = clock('2026-02-26', [
      { type: 'clarification_requested', on: '2026-03-02' },
      { type: 'clarified', on: '2026-03-10' },
    ]).steps;
    expect(pause && sentenceKey(pause)).toBe('clock.sentence.pause');
    expect(pause && stepValues(stepToJson(pause), 'en', (date) => date.slice(5))).toEqual({
      from: '03-26',
      to: '04-03',
      days: 8,
      reason: 'clarification',
      since: '03-02',
      until: '03-10',
    });
  });

  it('name no holiday when only a weekend is passed over', () => {
    expect(clock('2026-01-31').steps.at(-1)?.because).toBe('clock.because.roll');
  });

  it('stand beside the other limits too', () => {
    const { limitSteps } = clock('2026-03-05', [{ type: 'extended', on: '2026-03-09' }]);
    expect(lines(limitSteps.extensionNoticeBy)).toEqual([
      'reg-1182-71-3-1 2026-03-05 2026-03-05',
      'reg-1182-71-3-2-c 2026-03-05 2026-04-05',
      'reg-1182-71-3-4 2026-04-05 2026-04-07',
    ]);
    expect(limitSteps.refusalNoticeBy).toEqual(limitSteps.extensionNoticeBy);
    expect(limitSteps.acknowledgeBy).toEqual([]);
  });
});

describe('the limit for refusing (GDPR art. 12(4))', () => {
  it('is one month and moves to a working day', () => {
    expect(clock('2026-03-05').refusalNoticeBy?.toString()).toBe('2026-04-07');
  });

  it('is not extended', () => {
    const { due, refusalNoticeBy } = clock('2026-03-05', [{ type: 'extended', on: '2026-03-09' }]);
    expect(due?.toString()).toBe('2026-06-05');
    expect(refusalNoticeBy?.toString()).toBe('2026-04-07');
  });

  it('moves with a pause, like the limit for the extension notice', () => {
    const { refusalNoticeBy, extensionNoticeBy } = clock('2026-03-05', [
      { type: 'identity_requested', on: '2026-03-06' },
      { type: 'identity_confirmed', on: '2026-03-09' },
    ]);
    expect(refusalNoticeBy?.toString()).toBe('2026-04-08');
    expect(extensionNoticeBy?.toString()).toBe('2026-04-08');
  });
});

describe('a clock that has stopped', () => {
  it.each(['answered', 'refused', 'withdrawn'] as const)('keeps the date it had: %s', (type) => {
    const stopped = clock('2026-03-05', [{ type, on: '2026-03-09' }]);
    expect(stopped.state).toBe('stopped');
    expect(stopped.due?.toString()).toBe('2026-04-07');
    expect(stopped.closing).toEqual({ by: type, on: Temporal.PlainDate.from('2026-03-09') });
  });

  it('does not run on after a late extension or a question', () => {
    const answered: ClockEvent[] = [{ type: 'answered', on: '2026-03-09' }];
    const later: ClockEvent[] = [
      { type: 'extended', on: '2026-03-09' },
      { type: 'identity_requested', on: '2026-03-12' },
      { type: 'withdrawn', on: '2026-03-13' },
    ];
    expect(clock('2026-03-05', [...answered, ...later])).toEqual(clock('2026-03-05', answered));
  });
});

describe('rules are data', () => {
  const days = { length: 45, unit: 'day', source: { rule: 'some-law-1', citation: 'Some law s. 1' } } as const;

  it('so a law in days without a move to a working day is a row', () => {
    const { due, acknowledgeBy, refusalNoticeBy } = clock('2026-02-15', [], {
      ...EU_RULES,
      answer: days,
      roll: null,
      refusal: { within: days, extendable: true },
      acknowledge: { ...days, length: 10, unit: 'working_day' },
    });
    expect(due?.toString()).toBe('2026-04-01');
    expect(refusalNoticeBy).toEqual(due);
    expect(acknowledgeBy?.toString()).toBe('2026-02-27');
  });
});
