import { describe, expect, it } from '@jest/globals';
import { rulePackFor } from '#domain/clock/rule-packs';
import { clockOf, holidaysOn } from '#test/support/clock';

const california = clockOf('US_CA_CCPA', { calendar: holidaysOn('2026-05-25', '2026-07-03') });

describe('a request to know, delete or correct (11 CCR 7021)', () => {
  it('is confirmed in ten business days and answered in forty-five calendar days', () => {
    // Monday 25 May is Memorial Day: the tenth business day is Monday 1 June, while the calendar days count it.
    expect(california('2026-05-15')).toMatchObject({ acknowledgeBy: '2026-06-01', due: '2026-06-29' });
  });

  it('takes ninety days in all when the person is told within the first forty-five', () => {
    const told = california('2026-05-15', [{ type: 'extended', on: '2026-06-29' }]);
    expect(told).toMatchObject({ due: '2026-08-13', extensionNoticeBy: '2026-06-29', extensionValid: true });
    const late = california('2026-05-15', [{ type: 'extended', on: '2026-06-30' }]);
    expect(late).toMatchObject({ due: '2026-06-29', extensionValid: false });
  });

  it('runs on while identity is verified, and a step says so', () => {
    const verified = california('2026-05-15', [{ type: 'identity_requested', on: '2026-05-18' }], '2026-06-08');
    expect(verified).toMatchObject({ state: 'running', due: '2026-06-29', pausedDays: 0 });
    expect(verified.because).toEqual(['receipt', 'days', 'question_without_effect']);
  });

  it('ends on a holiday without moving, and a step names the other reading', () => {
    const kept = california('2026-05-19');
    expect(kept).toMatchObject({ baseDue: '2026-07-03', due: '2026-07-03' });
    expect(kept.because).toEqual(['receipt', 'days', 'not_moved']);
    expect(kept.steps.at(-1)).toMatchObject({ rule: 'ca-civ-11', certainty: 'unconfirmed' });
    expect(kept.steps.at(-1)?.params?.until?.toString()).toBe('2026-07-06');
  });

  it('is refused by the due date, also an extended one', () => {
    expect(california('2026-05-15', [{ type: 'extended', on: '2026-06-01' }]).refusalNoticeBy).toBe('2026-08-13');
  });
});

it('marks business days and the first of them as our reading', () => {
  const receivedOn = '2026-05-15';
  const { acknowledge } = rulePackFor('US_CA_CCPA', { receivedOn });
  const { start, answer } = rulePackFor('US_CA_CCPA', { receivedOn, requestType: 'opt_out' });
  expect(acknowledge?.source.certainty).toBe('interpretation');
  expect(start.certainty).toBe('interpretation');
  expect(answer).toMatchObject({ source: { certainty: 'interpretation' } });
});

describe.each(['opt_out', 'limit'])('a request to %s', (requestType) => {
  const request = clockOf('US_CA_CCPA', { requestType, calendar: holidaysOn('2026-05-25') });

  it('is fulfilled in fifteen business days, without confirmation', () => {
    expect(request('2026-05-15')).toMatchObject({ due: '2026-06-08', acknowledgeBy: null, extensionNoticeBy: null });
  });

  it('cannot be extended', () => {
    const extended = request('2026-05-15', [{ type: 'extended', on: '2026-05-18' }]);
    expect(extended).toMatchObject({ due: '2026-06-08', extensionValid: false });
    expect(extended.because).toContain('extension_unavailable');
  });
});
