import { describe, expect, it } from '@jest/globals';
import { loadHolidayOverrides } from '#calendars/holiday-overrides';
import { createWorkingCalendar } from '#calendars/working-calendar';
import { computeDeadlines } from '#domain/clock/deadlines';
import type { ClockEvent } from '#domain/clock/facts';
import { rulePackFor } from '#domain/clock/rule-packs';

const EU_RULES = rulePackFor('EU_GDPR', { receivedOn: '2026-01-01' });

const overrides = await loadHolidayOverrides(process.cwd());
const calendarOf = (country: string, policy = 'strict') => createWorkingCalendar({ country, policy, overrides });
const finland = calendarOf('FI');
const courts = calendarOf('FI', 'fi-150-1930');
const austria = calendarOf('AT');

function due(receivedOn: string, events: readonly ClockEvent[] = [], calendar = finland): string | undefined {
  const asOf = Temporal.PlainDate.from(receivedOn);
  return computeDeadlines({ receivedOn, events }, calendar, EU_RULES, asOf).due?.toString();
}

describe('one month in Finland (GDPR art. 12(3) with Regulation 1182/71)', () => {
  it.each([
    ['the same date in the next month', '2026-09-10', '2026-10-12', 'Saturday 10 October moves to Monday'],
    ['EDPB 01/2022: 5 March', '2024-03-05', '2024-04-05', 'until and including 5 April'],
    ['EDPB 01/2022: 5 March, at Easter 2026', '2026-03-05', '2026-04-07', 'Easter Sunday and Monday'],
    ['EDPB 01/2022: 31 August', '2026-08-31', '2026-09-30', 'September has no 31st'],
    ['31 January of a leap year', '2024-01-31', '2024-02-29', ''],
    ['31 January of another year', '2025-01-31', '2025-02-28', ''],
    ['31 January when 28 February is a Saturday', '2026-01-31', '2026-03-02', ''],
    ['28 February', '2025-02-28', '2025-03-28', 'not the last day of March'],
    ['over New Year', '2026-12-08', '2027-01-08', ''],
    ['Epiphany', '2026-12-06', '2027-01-07', '6 January 2027 is a Wednesday'],
    ['Good Friday', '2026-03-03', '2026-04-07', 'a move over four days'],
    ['May Day on a Saturday', '2027-04-01', '2027-05-03', ''],
    ['Ascension', '2026-04-14', '2026-05-15', ''],
    ['Whit Monday, a working day', '2026-04-25', '2026-05-25', ''],
    ['Midsummer Day', '2026-05-20', '2026-06-22', ''],
    ['Independence Day on a Sunday', '2026-11-06', '2026-12-07', 'no substitute day'],
    ['Christmas Day on a Friday', '2026-11-25', '2026-12-28', ''],
    ['received on a Sunday', '2026-11-01', '2026-12-01', 'receipt counts on any day'],
    ['received on a public holiday', '2026-12-25', '2027-01-25', ''],
  ])('%s: %s gives %s %s', (_name, receivedOn, expected) => {
    expect(due(receivedOn)).toBe(expected);
  });
});

describe('the eves', () => {
  it.each([
    ['Christmas Eve', '2026-11-24', '2026-12-24', '2026-12-28'],
    ['Midsummer Eve', '2026-05-19', '2026-06-19', '2026-06-22'],
  ])('%s: received %s is due on it, %s, and under L 150/1930 on %s', (_name, receivedOn, strictDue, courtDue) => {
    expect(due(receivedOn)).toBe(strictDue);
    expect(due(receivedOn, [], courts)).toBe(courtDue);
  });
});

describe('three months', () => {
  it.each([
    ['31 January: no short month sticks', '2026-01-31', '2026-04-30'],
    ['30 November: the end of February 2027 is a Sunday', '2026-11-30', '2027-03-01'],
    ['27 October: from receipt, not from the first due date', '2026-10-27', '2027-01-27'],
    ['6 October: Epiphany', '2026-10-06', '2027-01-07'],
  ])('%s: %s gives %s', (_name, receivedOn, expected) => {
    expect(due(receivedOn, [{ type: 'extended', on: receivedOn }])).toBe(expected);
  });
});

describe('a pause and an extension together', () => {
  const facts = {
    receivedOn: '2025-01-31',
    events: [
      { type: 'identity_requested', on: '2025-02-05' },
      { type: 'identity_confirmed', on: '2025-02-12' },
      { type: 'extended', on: '2025-02-20' },
    ],
  } as const;
  const deadlines = computeDeadlines(facts, finland, EU_RULES, Temporal.PlainDate.from('2025-02-20'));

  it('31 January 2025 and seven days: due 7 May, notice and refusal by 7 March', () => {
    expect(deadlines).toMatchObject({ state: 'running', extensionValid: true, acknowledgeBy: null, frozenDue: null });
    expect(deadlines.due?.toString()).toBe('2025-05-07');
    expect(deadlines.baseDue?.toString()).toBe('2025-05-07');
    expect(deadlines.extensionNoticeBy?.toString()).toBe('2025-03-07');
    expect(deadlines.refusalNoticeBy?.toString()).toBe('2025-03-07');
  });
});

describe('the Austrian authority on the same rule', () => {
  it('DSB-D130.329/0001-DSB/2019: received 10 September 2019, ended 10 October 2019', () => {
    expect(due('2019-09-10', [], austria)).toBe('2019-10-10');
  });
});
