import { describe, expect, it } from '@jest/globals';
import { clockOf } from '#test/support/clock';

describe('Quebec (P-39.1, s. 32)', () => {
  const quebec = clockOf('CA_QC_L25');

  it('gives thirty days that move to the next working day, and no extension', () => {
    expect(quebec('2026-03-05')).toMatchObject({ baseDue: '2026-04-04', due: '2026-04-06' });
    expect(quebec('2026-03-05', [{ type: 'extended', on: '2026-03-06' }])).toMatchObject({
      due: '2026-04-06',
      extensionValid: false,
    });
  });

  it('takes silence after the last day for a refusal, and the duty goes on', () => {
    expect(quebec('2026-03-05', [], '2026-04-06').because).not.toContain('deemed_refused');
    const silent = quebec('2026-03-05', [], '2026-04-07');
    expect(silent).toMatchObject({ state: 'running', due: '2026-04-06' });
    expect(silent.because.at(-1)).toBe('deemed_refused');
  });

  it('says so also when the answer came late', () => {
    expect(quebec('2026-03-05', [{ type: 'answered', on: '2026-04-08' }]).because.at(-1)).toBe('deemed_refused');
    expect(quebec('2026-03-05', [{ type: 'answered', on: '2026-04-06' }]).because).not.toContain('deemed_refused');
  });
});

describe('Canada (PIPEDA s. 8)', () => {
  const federal = clockOf('CA_PIPEDA');

  it('gives thirty days, sixty when the person is told within the first thirty', () => {
    expect(federal('2026-03-02').due).toBe('2026-04-01');
    expect(federal('2026-03-02', [{ type: 'extended', on: '2026-04-01' }]).due).toBe('2026-05-01');
    expect(federal('2026-03-02', [{ type: 'extended', on: '2026-04-02' }]).due).toBe('2026-04-01');
  });

  it('is to be confirmed in every step', () => {
    expect(federal('2026-03-02').steps.map(({ certainty }) => certainty)).toEqual(['unconfirmed', 'unconfirmed']);
  });
});
