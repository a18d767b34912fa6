import { describe, expect, it } from '@jest/globals';
import { daysLeft, toneOf } from './tone.js';

const date = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text));
const today = Temporal.PlainDate.from('2026-11-22');

describe('the tone of a request', () => {
  it.each([
    ['2026-11-21', null, -1, 'overdue'],
    ['2026-11-22', null, 0, 'today'],
    ['2026-11-23', null, 1, 'soon'],
    ['2026-11-29', null, 7, 'soon'],
    ['2026-11-30', null, 8, 'ok'],
    [null, null, null, 'undated'],
    ['2026-11-10', '2026-11-10', null, 'closed'],
    ['2026-11-10', '2026-11-11', null, 'late'],
    [null, '2026-11-11', null, 'closed'],
  ])('due on %s and closed on %s: %s days, %s', (due, stoppedOn, left, tone) => {
    const dates = { today, due: date(due), waits: false, stoppedOn: date(stoppedOn) };
    expect(daysLeft(dates)).toBe(left);
    expect(toneOf(dates)).toBe(tone);
  });

  it('without a date tells a clock that waits for the person from a law that gives none', () => {
    expect(toneOf({ today, due: null, waits: true, stoppedOn: null })).toBe('paused');
  });
});
