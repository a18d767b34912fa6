import { describe, expect, it } from '@jest/globals';
import type { WorkingCalendar } from '#domain/clock/calendar';
import { computeDeadlines } from '#domain/clock/deadlines';
import type { ClockEvent, ClockEventType } from '#domain/clock/facts';
import { assertAnswersWereAsked, assertToldDaysAreAhead } from '#domain/clock/questions';
import type { RulePack } from '#domain/clock/rule-pack';
import { rulePackFor } from '#domain/clock/rule-packs';

const EU_RULES = rulePackFor('EU_GDPR', { receivedOn: '2026-01-01' });

const calendar: WorkingCalendar = { version: 'weekends', country: 'FI', isPublicHoliday: () => false };

const event = (type: ClockEventType, on: string): ClockEvent => ({ type, on });

/** Received Monday 2 November 2026: without a pause due on Wednesday 2 December. */
const clock = (asOf: string | null, ...events: ClockEvent[]) =>
  computeDeadlines(
    { receivedOn: '2026-11-02', events },
    calendar,
    EU_RULES,
    asOf ? Temporal.PlainDate.from(asOf) : null,
  );

describe('a question stops the clock until it is answered (EDPB 01/2022, section 5.3)', () => {
  it('moves the date by the days of standstill: the day of asking counts, the day of the answer does not', () => {
    const { due, pausedDays } = clock(
      '2026-11-20',
      event('identity_requested', '2026-11-05'),
      event('identity_confirmed', '2026-11-12'),
    );
    expect(pausedDays).toBe(7);
    expect(due?.toString()).toBe('2026-12-09');
  });

  it('adds nothing when the answer comes on the same day', () => {
    const { due, pausedDays } = clock(
      '2026-11-20',
      event('identity_requested', '2026-11-05'),
      event('identity_confirmed', '2026-11-05'),
    );
    expect(pausedDays).toBe(0);
    expect(due?.toString()).toBe('2026-12-02');
  });

  it('does not end with an answer that settles nothing', () => {
    const asked = event('clarification_requested', '2026-11-05');
    const vague: ClockEvent = { type: 'clarified', on: '2026-11-09', sufficient: false };
    expect(clock('2026-11-20', asked, vague).state).toBe('paused');
    expect(clock('2026-11-20', asked, vague, event('clarified', '2026-11-12')).pausedDays).toBe(7);
  });

  it('begins with the first question: asking again changes nothing', () => {
    const { pausedSince } = clock(
      '2026-11-20',
      event('identity_requested', '2026-11-05'),
      event('identity_requested', '2026-11-10'),
    );
    expect(pausedSince?.toString()).toBe('2026-11-05');
  });

  it('counts overlapping questions once', () => {
    const { pausedDays, pauses } = clock(
      '2026-11-20',
      event('identity_requested', '2026-11-05'),
      event('clarification_requested', '2026-11-08'),
      event('identity_confirmed', '2026-11-10'),
      event('clarified', '2026-11-12'),
    );
    expect(pausedDays).toBe(7);
    expect(pauses).toMatchObject([{ reason: 'both' }]);
  });

  it('stays paused while one of two questions is open', () => {
    const { state, pausedSince } = clock(
      '2026-11-20',
      event('identity_requested', '2026-11-05'),
      event('clarification_requested', '2026-11-08'),
      event('identity_confirmed', '2026-11-10'),
    );
    expect(state).toBe('paused');
    expect(pausedSince?.toString()).toBe('2026-11-05');
  });

  it('stays paused when a shorter question inside a longer one is answered', () => {
    const { state } = clock(
      '2026-11-20',
      event('identity_requested', '2026-11-05'),
      event('clarification_requested', '2026-11-08'),
      event('clarified', '2026-11-10'),
    );
    expect(state).toBe('paused');
  });

  it('ends with the longer of two questions, whichever was asked first', () => {
    const { pausedDays } = clock(
      '2026-11-20',
      event('identity_requested', '2026-11-05'),
      event('clarification_requested', '2026-11-08'),
      event('clarified', '2026-11-10'),
      event('identity_confirmed', '2026-11-12'),
    );
    expect(pausedDays).toBe(7);
  });

  it('adds up pauses that lie apart', () => {
    const { pausedDays, due } = clock(
      '2026-11-30',
      event('identity_requested', '2026-11-05'),
      event('identity_confirmed', '2026-11-07'),
      event('clarification_requested', '2026-11-10'),
      event('clarified', '2026-11-13'),
    );
    expect(pausedDays).toBe(5);
    expect(due?.toString()).toBe('2026-12-07');
  });

  it('moves to a working day once, from the unmoved date', () => {
    // Saturday 5 December is the month's end; one day of pause makes it Sunday, not Tuesday.
    const { baseDue, due } = computeDeadlines(
      {
        receivedOn: '2026-11-05',
        events: [event('identity_requested', '2026-11-09'), event('identity_confirmed', '2026-11-10')],
      },
      calendar,
      EU_RULES,
      Temporal.PlainDate.from('2026-11-20'),
    );
    expect(baseDue?.toString()).toBe('2026-12-06');
    expect(due?.toString()).toBe('2026-12-07');
  });
});

describe('a law that counts its questions in two ways', () => {
  const { identity, clarification } = EU_RULES.questions;
  const mixed: RulePack = {
    ...EU_RULES,
    questions: { ...EU_RULES.questions, clarification: { ...clarification, effect: 'suspend', count: 'inclusive' } },
  };
  const clockBy = (...events: ClockEvent[]) =>
    computeDeadlines({ receivedOn: '2026-11-02', events }, calendar, mixed, null);

  it('does not count a day twice', () => {
    expect(identity).toMatchObject({ count: 'half_open' });
    const { pausedDays } = clockBy(
      event('clarification_requested', '2026-11-05'),
      event('identity_requested', '2026-11-09'),
      event('clarified', '2026-11-10'),
      event('identity_confirmed', '2026-11-12'),
    );
    // 5 to 10 November with both ends, 9 to 11 November without the day of the answer.
    expect(pausedDays).toBe(7);
  });

  it('counts the day of a reply that is the day of the next question once', () => {
    const { pausedDays } = clockBy(
      event('clarification_requested', '2026-11-05'),
      event('clarified', '2026-11-09'),
      event('identity_requested', '2026-11-09'),
      event('identity_confirmed', '2026-11-10'),
    );
    expect(pausedDays).toBe(5);
  });
});

describe('while the clock stands still', () => {
  const asked = event('identity_requested', '2026-11-07');

  it('nothing has a date, but the date is told that an answer today would give', () => {
    const paused = clock('2026-11-23', asked);
    expect(paused).toMatchObject({
      state: 'paused',
      due: null,
      baseDue: null,
      firstDue: null,
      extensionNoticeBy: null,
      refusalNoticeBy: null,
      pausedDays: 16,
    });
    expect(paused.frozenDue?.toString()).toBe('2026-12-18');
    expect(paused.steps.at(-1)?.because).toBe('clock.because.pause_open');
  });

  it('that date is the one the answer then gives', () => {
    const { frozenDue } = clock('2026-11-23', asked);
    const { due } = clock('2026-11-23', asked, event('identity_confirmed', '2026-11-23'));
    expect(frozenDue).toEqual(due);
  });

  it('is not known before it was asked', () => {
    expect(clock('2026-11-02', asked)).toMatchObject({ state: 'running', pausedDays: 0 });
  });

  it('looked at from no day, the answer is taken to come on the day of asking', () => {
    expect(clock(null, asked).frozenDue?.toString()).toBe('2026-12-02');
  });

  it('looked at from no day, the answers are taken to come on the day of the last question still open', () => {
    const { frozenDue, pausedDays } = clock(null, asked, event('clarification_requested', '2026-11-09'));
    expect(pausedDays).toBe(2);
    expect(frozenDue?.toString()).toBe('2026-12-04');
  });

  it('a closing event ends the standstill too', () => {
    const closed = clock('2027-01-20', asked, event('withdrawn', '2026-11-10'));
    expect(closed).toMatchObject({ state: 'stopped', frozenDue: null, pausedSince: null, pausedDays: 3 });
    expect(closed.due?.toString()).toBe('2026-12-07');
  });
});

describe('a question asked after the last day', () => {
  it('suspends nothing: an overdue request stays overdue', () => {
    const late = clock('2026-12-20', event('identity_requested', '2026-12-03'));
    expect(late).toMatchObject({ state: 'running', pausedSince: null, pausedDays: 0 });
    expect(late.due?.toString()).toBe('2026-12-02');
    expect(late.steps.at(-1)?.because).toBe('clock.because.question_too_late');
  });

  it('still suspends on the last day itself', () => {
    expect(clock('2026-12-20', event('identity_requested', '2026-12-02')).state).toBe('paused');
  });

  it('still suspends on the weekend from which the last day was moved', () => {
    const { state } = computeDeadlines(
      { receivedOn: '2026-01-31', events: [event('identity_requested', '2026-03-01')] },
      calendar,
      EU_RULES,
      Temporal.PlainDate.from('2026-03-01'),
    );
    expect(state).toBe('paused');
  });
});

describe('an answer without a question', () => {
  const unasked = { receivedOn: '2026-11-02', events: [event('clarified', '2026-11-05')] };

  it('changes nothing', () => {
    expect(clock('2026-11-20', ...unasked.events).due?.toString()).toBe('2026-12-02');
  });

  it.each([
    [[event('clarified', '2026-11-05')]],
    [[event('identity_requested', '2026-11-05'), event('clarified', '2026-11-06')]],
    [[event('clarified', '2026-11-05'), event('clarification_requested', '2026-11-05')]],
    [
      [
        event('clarification_requested', '2026-11-05'),
        event('clarified', '2026-11-06'),
        event('clarified', '2026-11-07'),
      ],
    ],
    [[event('answered', '2026-11-05'), event('fee_paid', '2026-11-06')]],
  ])('is refused where facts come from outside (%#)', (events) => {
    expect(() => assertAnswersWereAsked({ receivedOn: '2026-11-02', events })).toThrow(
      expect.objectContaining({ code: 'answer-without-question' }),
    );
  });

  it('is none when the first answer did not settle the question', () => {
    const events: ClockEvent[] = [
      event('clarification_requested', '2026-11-05'),
      { type: 'clarified', on: '2026-11-06', sufficient: false },
      event('clarified', '2026-11-07'),
    ];
    expect(() => assertAnswersWereAsked({ receivedOn: '2026-11-02', events })).not.toThrow();
  });
});

describe('the day that a person is told with an extension', () => {
  const told = (until: string) => ({
    receivedOn: '2026-11-02',
    events: [{ type: 'extended', on: '2026-11-20', until } as const],
  });

  it('is refused where facts come from outside when it had passed', () => {
    expect(() => assertToldDaysAreAhead(told('2026-11-19'))).toThrow(expect.objectContaining({ code: 'bad-date' }));
    expect(() => assertToldDaysAreAhead(told('2026-11-20'))).not.toThrow();
  });
});
