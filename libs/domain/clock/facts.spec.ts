import { describe, expect, it } from '@jest/globals';
import { readHistory, type ClockFacts } from '#domain/clock/facts';

const facts = (receivedOn: string, ...events: ClockFacts['events']): ClockFacts => ({ receivedOn, events });

describe('the facts of a clock', () => {
  it('are read by date, and those of one day in the order they were recorded', () => {
    const { events } = readHistory(
      facts(
        '2026-01-07',
        { type: 'identity_confirmed', on: '2026-01-20' },
        { type: 'identity_requested', on: '2026-01-09' },
        { type: 'clarification_requested', on: '2026-01-09' },
      ),
    );
    expect(events.map(({ type }) => type)).toEqual([
      'identity_requested',
      'clarification_requested',
      'identity_confirmed',
    ]);
  });

  it.each(['answered', 'refused', 'withdrawn'] as const)('end when the request was %s', (type) => {
    const history = readHistory(
      facts('2026-01-07', { type, on: '2026-01-20' }, { type: 'identity_requested', on: '2026-01-21' }),
    );
    expect(history.events).toEqual([]);
    expect(history.closing).toEqual({ by: type, on: Temporal.PlainDate.from('2026-01-20') });
  });

  it('may happen on the day of receipt but not before it', () => {
    expect(readHistory(facts('2026-01-07', { type: 'answered', on: '2026-01-07' })).closing?.by).toBe('answered');
    expect(() => readHistory(facts('2026-01-07', { type: 'extended', on: '2026-01-06' }))).toThrow(
      expect.objectContaining({ code: 'event-before-receipt' }),
    );
  });

  it.each(['2026-02-30', '2026-2-3', '7.1.2026', '2026-01-07T10:00:00+02:00', ''])('refuse "%s" as a date', (text) => {
    expect(() => readHistory(facts(text))).toThrow(expect.objectContaining({ code: 'bad-date' }));
  });

  it('are not known before they happen', () => {
    const later = facts('2026-01-07', { type: 'extended', on: '2026-01-20' }, { type: 'answered', on: '2026-01-21' });
    const history = readHistory(later, Temporal.PlainDate.from('2026-01-20'));
    expect(history.events.map(({ type }) => type)).toEqual(['extended']);
    expect(history.closing).toBeNull();
  });

  it('cannot be looked at on a day before receipt', () => {
    expect(() => readHistory(facts('2026-01-07'), Temporal.PlainDate.from('2026-01-06'))).toThrow(
      expect.objectContaining({ code: 'bad-date', message: '2026-01-06 is before receipt on 2026-01-07' }),
    );
  });
});
