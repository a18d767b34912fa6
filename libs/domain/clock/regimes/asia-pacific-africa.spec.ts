import { describe, expect, it } from '@jest/globals';
import { clockOf } from '#test/support/clock';

describe('New Zealand (Privacy Act 2020)', () => {
  const newZealand = clockOf('NZ_PA');

  it('counts twenty working days', () => {
    expect(newZealand('2026-03-02').due).toBe('2026-03-30');
  });

  it('does not count 25 December to 15 January', () => {
    // Four working days to 24 December, then sixteen from Friday 16 January on.
    expect(newZealand('2025-12-18').due).toBe('2026-02-06');
    expect(newZealand('2025-12-24').due).toBe('2026-02-12');
  });

  it('counts 24 December and 16 January', () => {
    expect(newZealand('2025-11-26').due).toBe('2025-12-24');
    expect(newZealand('2025-11-27').due).toBe('2026-01-16');
  });

  it('is extended by as much as the person was told within the twenty days', () => {
    const told = newZealand('2026-03-02', [{ type: 'extended', on: '2026-03-30', until: '2026-04-24' }]);
    expect(told).toMatchObject({ due: '2026-04-24', refusalNoticeBy: '2026-04-24', extensionValid: true });
    expect(newZealand('2026-03-02', [{ type: 'extended', on: '2026-03-31' }]).extensionValid).toBe(false);
  });
});

describe.each([
  ['AU_APP', 30],
  ['ZA_POPIA', 30],
  ['SG_PDPA', 30],
  ['KR_PIPA', 10],
  ['TR_KVKK', 30],
] as const)('%s', (regime, days) => {
  it(`gives ${days} days, to be confirmed, that stop for no question and do not move`, () => {
    const saturday = Temporal.PlainDate.from('2026-03-07').subtract({ days }).toString();
    const asked = clockOf(regime)(saturday, [{ type: 'clarification_requested', on: saturday }], '2026-03-07');
    expect(asked).toMatchObject({ state: 'running', due: '2026-03-07' });
    expect(asked.steps.every(({ certainty }) => certainty === 'unconfirmed')).toBe(true);
  });
});

describe('South Africa', () => {
  it('gives thirty days more once', () => {
    expect(clockOf('ZA_POPIA')('2026-03-02', [{ type: 'extended', on: '2026-03-09' }]).due).toBe('2026-05-01');
  });
});

describe('Singapore', () => {
  it('has no number for the time after the thirty days: the person is told one', () => {
    const told = clockOf('SG_PDPA')('2026-03-02', [{ type: 'extended', on: '2026-03-09', until: '2026-04-18' }]);
    expect(told.due).toBe('2026-04-18');
    expect(clockOf('SG_PDPA')('2026-03-02', [{ type: 'extended', on: '2026-03-09' }]).state).toBe('not_computable');
  });
});

describe('India (DPDP Rules 2025)', () => {
  const india = clockOf('IN_DPDP');

  it('has no date to compute, and names the ceiling of ninety days', () => {
    const published = india('2026-03-02');
    expect(published).toMatchObject({
      state: 'not_computable',
      due: null,
      firstDue: null,
      extensionNoticeBy: null,
      refusalNoticeBy: null,
      frozenDue: null,
    });
    expect(published.because).toEqual(['receipt', 'published_period']);
    expect(published.steps.at(-1)?.params?.until?.toString()).toBe('2026-05-31');
  });

  it('stops all the same', () => {
    expect(india('2026-03-02', [{ type: 'answered', on: '2026-03-09' }]).state).toBe('stopped');
  });
});

it('tells in India, where no date is counted, that a question does not matter', () => {
  const asked = clockOf('IN_DPDP')('2026-03-02', [{ type: 'identity_requested', on: '2026-03-04' }]);
  expect(asked.because).toEqual(['receipt', 'question_without_effect', 'published_period']);
});
