import { describe, expect, it } from '@jest/globals';
import { clockOf, holidaysOn } from '#test/support/clock';
import type { ClockEvent } from '#domain/clock/facts';

/** The bank holidays of England that the examples meet. */
const england = holidaysOn('2019-05-06', '2019-12-25', '2019-12-26', '2024-12-25', '2024-12-26');

const uk = clockOf('UK_GDPR', { calendar: england });

describe('one month (ICO, and the case system of the Ministry of Justice)', () => {
  it.each([
    ['2024-09-03', '2024-10-03'],
    ['2024-01-01', '2024-02-01'],
    ['2024-11-25', '2024-12-27'],
    ['2023-01-31', '2023-02-28'],
    ['2024-01-31', '2024-02-29'],
    ['2026-01-31', '2026-03-02'],
    ['2019-09-27', '2019-10-28'],
    ['2019-04-06', '2019-05-07'],
    ['2022-09-29', '2022-10-31'],
  ])('%s ends on %s', (receivedOn, due) => {
    expect(uk(receivedOn).due).toBe(due);
  });

  it.each([
    ['2019-09-26', '2019-12-27'],
    ['2022-09-29', '2022-12-29'],
  ])('%s, extended, ends on %s: three months from the original start', (receivedOn, due) => {
    expect(uk(receivedOn, [{ type: 'extended', on: receivedOn }]).due).toBe(due);
  });
});

describe('the relevant time (art. 12A)', () => {
  it.each([
    ['identity', 'identity_requested', 'identity_confirmed'],
    ['fee', 'fee_requested', 'fee_paid'],
  ] as const)('%s restarts the period: it starts with the answer', (reason, asked, answered) => {
    const restarted = uk('2026-03-02', [
      { type: asked, on: '2026-03-05' },
      { type: answered, on: '2026-03-12' },
    ]);
    expect(restarted).toMatchObject({ state: 'running', baseDue: '2026-04-12', due: '2026-04-13' });
    expect(restarted.extensionNoticeBy).toBe('2026-04-13');
    expect(restarted.because).toEqual(['receipt', 'restart', 'same_date', 'roll']);
    expect(restarted.steps[1]?.params?.reason).toBe(reason);
  });

  it('is the latest of the two answers, whichever was asked first', () => {
    const restarted = uk('2026-03-02', [
      { type: 'identity_requested', on: '2026-03-05' },
      { type: 'fee_requested', on: '2026-03-06' },
      { type: 'fee_paid', on: '2026-03-09' },
      { type: 'identity_confirmed', on: '2026-03-20' },
    ]);
    expect(restarted.due).toBe('2026-04-20');
  });

  it('has not come while the answer is missing: the period has not started', () => {
    const waiting = uk('2026-03-02', [{ type: 'identity_requested', on: '2026-03-05' }], '2026-03-16');
    expect(waiting).toMatchObject({
      state: 'not_started',
      due: null,
      baseDue: null,
      firstDue: null,
      extensionNoticeBy: null,
      refusalNoticeBy: null,
      frozenDue: '2026-04-16',
      pausedSince: '2026-03-05',
    });
    expect(waiting.because).toEqual(['receipt', 'restart_open', 'same_date']);
  });

  it('does not come back when the question was asked after the last day', () => {
    const late = uk('2026-03-02', [
      { type: 'identity_requested', on: '2026-04-07' },
      { type: 'identity_confirmed', on: '2026-04-10' },
    ]);
    expect(late).toMatchObject({ state: 'running', due: '2026-04-02' });
    expect(late.because).toContain('question_too_late');
  });

  it('ends with the closing of the request', () => {
    const refused = uk('2026-03-02', [
      { type: 'identity_requested', on: '2026-03-05' },
      { type: 'refused', on: '2026-03-16' },
    ]);
    expect(refused).toMatchObject({ state: 'stopped', due: '2026-04-16', frozenDue: null });
  });

  it('leaves room for an extension announced before it came', () => {
    const extended = uk('2026-03-02', [
      { type: 'identity_requested', on: '2026-03-05' },
      { type: 'extended', on: '2026-05-04' },
      { type: 'identity_confirmed', on: '2026-05-11' },
    ]);
    expect(extended).toMatchObject({ extensionValid: true, firstDue: '2026-06-11', due: '2026-08-11' });
  });
});

describe('a clarification', () => {
  const clarified = (receivedOn: string, asked: string, answered: string) =>
    uk(receivedOn, [
      { type: 'clarification_requested', on: asked },
      { type: 'clarified', on: answered },
    ]);

  it('does not count from the day of asking to the day of the reply, both included', () => {
    expect(clarified('2026-03-02', '2026-03-05', '2026-03-12')).toMatchObject({ baseDue: '2026-04-10', pausedDays: 8 });
  });

  it('counts one day when it is answered on the day of asking', () => {
    expect(clarified('2026-03-02', '2026-03-05', '2026-03-05').pausedDays).toBe(1);
  });

  it('moves the limit for the extension notice too', () => {
    expect(clarified('2026-03-02', '2026-03-05', '2026-03-12').extensionNoticeBy).toBe('2026-04-10');
  });

  it.each([
    ['2026-02-04', 7, '2026-03-11'],
    ['2026-02-05', 8, '2026-03-13'],
  ])('received on %s stops the clock for %s days: the day of receipt decides which law', (receivedOn, days, base) => {
    expect(clarified(receivedOn, '2026-02-09', '2026-02-16')).toMatchObject({ pausedDays: days, baseDue: base });
  });

  it('answered before the proof of identity adds nothing: the period had not started', () => {
    const both = uk('2026-03-02', [
      { type: 'clarification_requested', on: '2026-03-03' },
      { type: 'identity_requested', on: '2026-03-05' },
      { type: 'clarified', on: '2026-03-09' },
      { type: 'identity_confirmed', on: '2026-03-12' },
    ]);
    expect(both).toMatchObject({ baseDue: '2026-04-12' });
    expect(both.because).toEqual(['receipt', 'restart', 'same_date', 'answered_before_start', 'roll']);
  });

  it('answered after it adds the days since the period started', () => {
    const both = uk('2026-03-02', [
      { type: 'clarification_requested', on: '2026-03-03' },
      { type: 'identity_requested', on: '2026-03-05' },
      { type: 'identity_confirmed', on: '2026-03-12' },
      { type: 'clarified', on: '2026-03-16' },
    ]);
    // 12 to 16 March, both included.
    expect(both).toMatchObject({ baseDue: '2026-04-17' });
  });

  it('is told as our reading where the start of the period cuts it', () => {
    const { steps } = uk('2026-03-02', [
      { type: 'clarification_requested', on: '2026-03-03' },
      { type: 'identity_requested', on: '2026-03-05' },
      { type: 'identity_confirmed', on: '2026-03-12' },
      { type: 'clarified', on: '2026-03-16' },
    ]);
    const pause = steps.find(({ because }) => because === 'clock.because.pause');
    expect(pause?.certainty).toBe('interpretation');
  });

  it('still open after it stops the clock, before a day has been added and however late an extension is told', () => {
    const open: ClockEvent[] = [
      { type: 'clarification_requested', on: '2026-03-03' },
      { type: 'identity_requested', on: '2026-03-04' },
      { type: 'identity_confirmed', on: '2026-03-09' },
    ];
    expect(uk('2026-03-02', open)).toMatchObject({
      state: 'paused',
      due: null,
      frozenDue: '2026-04-09',
    });
    expect(uk('2026-03-02', open, '2026-03-09')).toMatchObject({ state: 'paused', frozenDue: '2026-04-10' });
    const extended = uk('2026-03-02', [...open, { type: 'extended', on: '2026-04-20' }]);
    expect(extended).toMatchObject({ state: 'paused', extensionValid: true, frozenDue: '2026-06-09' });
  });
});

describe('a refusal', () => {
  it('may take as long as the answer, also extended: other than in the EU', () => {
    const extended = uk('2026-03-02', [{ type: 'extended', on: '2026-03-09' }]);
    expect(extended.refusalNoticeBy).toBe('2026-06-02');
    expect(clockOf('EU_GDPR')('2026-03-02', [{ type: 'extended', on: '2026-03-09' }]).refusalNoticeBy).toBe(
      '2026-04-02',
    );
  });
});

describe('the law before 5 February 2026', () => {
  it('stops for a question that is still open on the day the period starts', () => {
    const events: ClockEvent[] = [
      { type: 'clarification_requested', on: '2026-02-02' },
      { type: 'identity_requested', on: '2026-02-03' },
      { type: 'identity_confirmed', on: '2026-02-09' },
    ];
    expect(uk('2026-02-02', events, '2026-02-09')).toMatchObject({ state: 'paused', frozenDue: '2026-03-09' });
  });

  it('is the guidance of the regulator, to be confirmed', () => {
    const { steps } = uk('2026-02-04', [
      { type: 'identity_requested', on: '2026-02-06' },
      { type: 'identity_confirmed', on: '2026-02-09' },
    ]);
    expect(steps.map(({ certainty }) => certainty)).toEqual([undefined, 'unconfirmed', undefined]);
  });
});
