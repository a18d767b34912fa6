import { describe, expect, it } from '@jest/globals';
import { clockOf } from '#test/support/clock';

const swiss = clockOf('CH_FADP');

describe('thirty days (DSV art. 18)', () => {
  it('are days, not a month, and move to a working day', () => {
    expect(swiss('2026-03-02').due).toBe('2026-04-01');
    expect(swiss('2026-01-29')).toMatchObject({ baseDue: '2026-02-28', due: '2026-03-02' });
  });

  it('run on while identity or scope are asked about', () => {
    const asked = swiss('2026-03-02', [
      { type: 'identity_requested', on: '2026-03-04' },
      { type: 'clarification_requested', on: '2026-03-04' },
    ]);
    expect(asked).toMatchObject({ state: 'running', due: '2026-04-01' });
    expect(asked.because).toEqual(['receipt', 'days', 'question_without_effect', 'question_without_effect']);
  });
});

describe('an extension, for which the law has no number', () => {
  it('ends on the day that the person was told', () => {
    const told = swiss('2026-03-02', [{ type: 'extended', on: '2026-03-20', until: '2026-05-13' }]);
    expect(told).toMatchObject({ due: '2026-05-13', extensionValid: true, firstDue: '2026-04-01' });
    expect(told.because).toEqual(['receipt', 'extended_by_notice', 'days', 'told_date']);
    expect(told.steps.at(-1)?.certainty).toBe('interpretation');
    expect(told.refusalNoticeBy).toBe('2026-04-01');
  });

  it('cannot be computed when nobody recorded the day', () => {
    const told = swiss('2026-03-02', [{ type: 'extended', on: '2026-03-20' }]);
    expect(told).toMatchObject({ state: 'not_computable', due: null, baseDue: null, firstDue: '2026-04-01' });
    expect(told.because).toEqual(['receipt', 'extended_by_notice', 'told_no_date']);
  });

  it('does not make the thirty days shorter', () => {
    expect(swiss('2026-03-02', [{ type: 'extended', on: '2026-03-20', until: '2026-03-25' }]).due).toBe('2026-04-01');
  });

  it('ends on the told day though it is a Sunday: it is the word of the controller, which no law moves', () => {
    const sunday = swiss('2026-03-02', [{ type: 'extended', on: '2026-03-20', until: '2026-05-17' }]);
    expect(sunday).toMatchObject({ due: '2026-05-17', baseDue: '2026-05-17' });
  });

  it('keeps the thirty days as the law moved them when the told day is earlier', () => {
    // The thirty days end on Sunday 29 March.
    const moved = swiss('2026-02-27', [{ type: 'extended', on: '2026-03-20', until: '2026-03-29' }]);
    expect(moved).toMatchObject({ due: '2026-03-30', baseDue: '2026-03-29', extensionValid: true });
    expect(moved.because).toEqual(['receipt', 'extended_by_notice', 'days', 'roll', 'told_date']);
  });

  it('is late after the thirty days', () => {
    const late = swiss('2026-03-02', [{ type: 'extended', on: '2026-04-02', until: '2026-05-13' }]);
    expect(late).toMatchObject({ due: '2026-04-01', extensionValid: false });
  });
});

describe('a share of the cost (DSV art. 19(3))', () => {
  const asked = { type: 'fee_requested', on: '2026-03-03' } as const;

  it('gives ten days to think, and the thirty days start after them, however early the person agrees', () => {
    const agreed = swiss('2026-03-02', [asked, { type: 'fee_paid', on: '2026-03-04' }]);
    expect(agreed).toMatchObject({ state: 'running', baseDue: '2026-04-12', due: '2026-04-13' });
    expect(agreed.because).toEqual(['receipt', 'reflection', 'days', 'roll']);
  });

  it('keeps the period from starting while the person thinks', () => {
    const thinking = swiss('2026-03-02', [asked], '2026-03-13');
    expect(thinking).toMatchObject({ state: 'not_started', due: null, frozenDue: '2026-04-13', closing: null });
    expect(thinking.because).toEqual(['receipt', 'reflection_open', 'days', 'roll']);
  });

  it('counts as withdrawn when the ten days pass in silence', () => {
    const silent = swiss('2026-03-02', [asked], '2026-03-14');
    expect(silent).toMatchObject({ state: 'stopped', closing: { by: 'withdrawn', on: '2026-03-13' } });
    expect(silent.because.at(-1)).toBe('deemed_withdrawn');
  });

  it('stays withdrawn when the yes comes too late', () => {
    const late = swiss('2026-03-02', [asked, { type: 'fee_paid', on: '2026-03-14' }]);
    expect(late).toMatchObject({ state: 'stopped', closing: { by: 'withdrawn', on: '2026-03-13' } });
  });

  it('is not dropped before a tenth day that moves from a weekend, though the thirty days start from it', () => {
    // The tenth day is Saturday 14 March.
    const question = { type: 'fee_requested', on: '2026-03-04' } as const;
    expect(swiss('2026-03-02', [question], '2026-03-16').state).toBe('not_started');
    expect(swiss('2026-03-02', [question], '2026-03-17').closing).toEqual({ by: 'withdrawn', on: '2026-03-16' });
    expect(swiss('2026-03-02', [question, { type: 'fee_paid', on: '2026-03-16' }]).due).toBe('2026-04-13');
  });

  it('changes nothing when it is asked after the last day', () => {
    const late = swiss('2026-03-02', [{ type: 'fee_requested', on: '2026-04-02' }], '2026-05-01');
    expect(late).toMatchObject({ state: 'running', due: '2026-04-01', closing: null });
  });

  it('does not undo an answer that came after the silence: a step tells of both', () => {
    const answered = swiss('2026-03-02', [asked, { type: 'answered', on: '2026-03-20' }], '2026-05-01');
    expect(answered).toMatchObject({ state: 'stopped', closing: { by: 'answered', on: '2026-03-20' } });
    expect(answered.because.at(-1)).toBe('deemed_withdrawn');
    expect(answered.steps.at(-1)?.params?.on?.toString()).toBe('2026-03-13');
  });

  it('leaves a request that was answered meanwhile answered', () => {
    const answered = swiss('2026-03-02', [asked, { type: 'answered', on: '2026-03-10' }], '2026-05-01');
    expect(answered).toMatchObject({ state: 'stopped', closing: { by: 'answered', on: '2026-03-10' } });
  });
});
