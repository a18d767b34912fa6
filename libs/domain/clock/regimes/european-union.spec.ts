import { describe, expect, it } from '@jest/globals';
import { clockOf, holidaysOn } from '#test/support/clock';

const gdpr = clockOf('EU_GDPR');

describe('one month of receipt (GDPR art. 12(3), Regulation 1182/71)', () => {
  it.each([
    ['DSB-D130.329/0001-DSB/2019', '2019-09-10', '2019-10-10'],
    ['EDPB 01/2022: 5 March, until and including 5 April', '2024-03-05', '2024-04-05'],
    ['EDPB 01/2022: 31 August, until 30 September', '2026-08-31', '2026-09-30'],
    ['the day of receipt is not counted', '2026-11-02', '2026-12-02'],
    ['a month without that date ends on its last day', '2025-01-31', '2025-02-28'],
    ['a short month does not stick', '2025-02-28', '2025-03-28'],
  ])('%s: %s ends on %s', (_name, receivedOn, due) => {
    expect(gdpr(receivedOn).due).toBe(due);
  });

  it('moves to the next working day once, from the unmoved date', () => {
    const easter = clockOf('EU_GDPR', { calendar: holidaysOn('2026-04-03', '2026-04-06') });
    expect(easter('2026-03-05')).toMatchObject({ baseDue: '2026-04-05', due: '2026-04-07' });
    // Two days of standstill are added to Friday 3 April, not to Tuesday 7 April.
    const paused = easter('2026-03-03', [
      { type: 'identity_requested', on: '2026-03-09' },
      { type: 'identity_confirmed', on: '2026-03-11' },
    ]);
    expect(paused).toMatchObject({ baseDue: '2026-04-05', due: '2026-04-07' });
  });
});

describe('questions (EDPB 01/2022, section 5.3)', () => {
  it('identity suspends the month and does not restart it', () => {
    const asked = gdpr('2026-03-02', [
      { type: 'identity_requested', on: '2026-03-05' },
      { type: 'identity_confirmed', on: '2026-03-12' },
    ]);
    expect(asked).toMatchObject({ baseDue: '2026-04-09', pausedDays: 7 });
  });

  it('a fee stops nothing, and a step says so', () => {
    const charged = gdpr('2026-03-02', [
      { type: 'fee_requested', on: '2026-03-05' },
      { type: 'fee_paid', on: '2026-03-12' },
    ]);
    expect(charged).toMatchObject({ state: 'running', due: '2026-04-02', pausedDays: 0 });
    expect(charged.because).toEqual(['receipt', 'same_date', 'question_without_effect']);
  });

  it('carry that the count of days is our reading', () => {
    const { steps } = gdpr('2026-03-02', [{ type: 'identity_requested', on: '2026-03-05' }]);
    expect(steps.map(({ certainty }) => certainty)).toEqual([undefined, undefined, 'interpretation']);
  });
});

describe('the European Economic Area', () => {
  it.each(['IS', 'LI', 'NO'])('%s counts by the same Regulation, which reaches it by another treaty', (country) => {
    const area = clockOf('EU_GDPR', { country })('2026-01-31');
    expect(area.due).toBe('2026-03-02');
    expect(area.steps.map(({ certainty }) => certainty)).toEqual(['unconfirmed', 'unconfirmed', 'unconfirmed']);
  });

  it('marks nothing for a member state', () => {
    const { steps } = clockOf('EU_GDPR', { country: 'FI' })('2026-01-31');
    expect(steps.map(({ certainty }) => certainty)).toEqual([undefined, undefined, undefined]);
  });
});
