import { describe, expect, it } from '@jest/globals';
import type { WorkingCalendar } from '#domain/clock/calendar';
import { computeDeadlines, type Deadlines } from '#domain/clock/deadlines';
import type { ClockEvent } from '#domain/clock/facts';
import { plannedReminders } from '#domain/clock/planned-reminders';
import {
  DEFAULT_REMINDER_POLICY,
  REMINDER_RULES,
  type ReminderFacts,
  type ReminderKind,
  type ReminderPolicy,
} from '#domain/clock/reminders';
import { rulePackFor } from '#domain/clock/rule-packs';

const EU_RULES = rulePackFor('EU_GDPR', { receivedOn: '2026-01-01' });

const calendar: WorkingCalendar = {
  version: 'independence day',
  country: 'FI',
  isPublicHoliday: (date) => date.month === 12 && date.day === 6,
};

const day = (text: string) => Temporal.PlainDate.from(text);

interface Situation {
  readonly asOf: string;
  readonly events?: readonly ClockEvent[];
  readonly facts?: Partial<ReminderFacts>;
  /** What the clock of another regime could say instead. */
  readonly clock?: Partial<Deadlines>;
  readonly policy?: Partial<ReminderPolicy>;
}

/** Received Monday 9 November 2026, due Wednesday 9 December. */
function plan({ asOf, events = [], facts = {}, clock = {}, policy = {} }: Situation) {
  const computed = computeDeadlines({ receivedOn: '2026-11-09', events }, calendar, EU_RULES, day(asOf));
  const all: ReminderFacts = {
    deadlines: { ...computed, ...clock },
    acknowledged: true,
    question: null,
    staffSince: null,
    nextStepBy: null,
    ...facts,
  };
  return plannedReminders(all, calendar, { ...DEFAULT_REMINDER_POLICY, ...policy }, day(asOf));
}

const schedule = (situation: Situation) => plan(situation).map(({ on, key }) => `${on.toString()} ${key}`);
const kindsOf = (situation: Situation) => new Set(plan(situation).map(({ kind }) => kind));
const only = (kind: ReminderKind, situation: Situation) =>
  plan(situation)
    .filter((reminder) => reminder.kind === kind)
    .map(({ on }) => on.toString());

describe('reminders of a running clock', () => {
  it('come 14, 7, 3 and 1 working days before the date, on it, before the extension notice, and the day after', () => {
    expect(schedule({ asOf: '2026-11-09' })).toEqual([
      '2026-11-19 before_due-14-2026-12-09',
      '2026-11-30 before_due-7-2026-12-09',
      '2026-12-02 extension_decision-5-2026-12-09',
      '2026-12-04 before_due-3-2026-12-09',
      '2026-12-08 before_due-1-2026-12-09',
      '2026-12-09 on_due-2026-12-09',
      '2026-12-10 overdue-2026-12-10',
    ]);
  });

  it('leave out the days that have passed, and keep today', () => {
    expect(schedule({ asOf: '2026-12-08' })).toEqual([
      '2026-12-08 before_due-1-2026-12-09',
      '2026-12-09 on_due-2026-12-09',
      '2026-12-10 overdue-2026-12-10',
    ]);
  });

  it('say what they are about', () => {
    expect(plan({ asOf: '2026-11-09' })[0]).toMatchObject({ kind: 'before_due', about: day('2026-12-09') });
  });

  it('come when the organisation wants them, but on the day of a limit and after it in any case', () => {
    expect(
      schedule({
        asOf: '2026-11-09',
        policy: { workingDaysBeforeDue: [2], workingDaysBeforeExtensionNotice: [], off: ['staff_silent', 'digest'] },
      }),
    ).toEqual([
      '2026-12-07 before_due-2-2026-12-09',
      '2026-12-09 extension_decision-0-2026-12-09',
      '2026-12-09 on_due-2026-12-09',
      '2026-12-10 overdue-2026-12-10',
    ]);
  });
});

describe('an extension', () => {
  const extended = [{ type: 'extended', on: '2026-11-12' }] as const;

  it('gives the reminders new keys with the new date, and asks nobody to decide on it again', () => {
    const keys = plan({ asOf: '2026-11-12', events: extended }).map(({ key }) => key);
    expect(keys).toContain('on_due-2027-02-09');
    expect(kindsOf({ asOf: '2026-11-12', events: extended })).not.toContain('extension_decision');
  });

  it('leaves the limit for refusing where it was (art. 12(4)), so that is reminded of 5 and 1 working days before', () => {
    expect(only('refusal_decision', { asOf: '2026-11-12', events: extended })).toEqual(['2026-12-02', '2026-12-08']);
    expect(kindsOf({ asOf: '2026-11-12' })).not.toContain('refusal_decision');
  });

  it('that was refused, late or as a second one, asks nobody to decide again', () => {
    const second = [...extended, { type: 'extended', on: '2026-11-13' }] as const;
    expect(kindsOf({ asOf: '2026-11-13', events: second })).not.toContain('extension_decision');
  });
});

describe('reminders of a late answer', () => {
  it('come on every working day, and that of today stays planned while today lasts', () => {
    expect(schedule({ asOf: '2026-12-10' })).toEqual([
      '2026-12-10 overdue-2026-12-10',
      '2026-12-11 overdue-2026-12-11',
    ]);
    expect(schedule({ asOf: '2026-12-11' })).toEqual([
      '2026-12-11 overdue-2026-12-11',
      '2026-12-14 overdue-2026-12-14',
    ]);
  });
});

describe('reminders of a clock that stands still', () => {
  const question = { about: 'identity', askedOn: day('2026-11-12'), canBeAskedAgain: true } as const;
  const paused = { events: [{ type: 'identity_requested', on: '2026-11-12' }] } as const;

  it('come when it has lasted more than 14 days, on a working day, and then every week', () => {
    expect(only('paused_too_long', { asOf: '2026-11-12', ...paused })).toEqual(['2026-11-27']);
    expect(only('paused_too_long', { asOf: '2026-11-27', ...paused })).toEqual(['2026-11-27', '2026-12-04']);
    expect(only('paused_too_long', { asOf: '2027-01-05', ...paused })).toEqual(['2027-01-08']);
  });

  it('wait for a working day and are one for a weekend and its Monday', () => {
    const asked = { events: [{ type: 'identity_requested', on: '2026-11-13' }] } as const;
    expect(only('paused_too_long', { asOf: '2026-11-13', ...asked })).toEqual(['2026-11-30']);
    expect(only('paused_too_long', { asOf: '2026-11-30', ...asked })).toEqual(['2026-11-30', '2026-12-07']);
  });

  it('are the same where the law restarts the period when the person answers (not started)', () => {
    const clock = {
      state: 'not_started',
      due: null,
      pausedSince: day('2026-11-12'),
      extensionNoticeBy: null,
    } as const;
    const situation = { asOf: '2026-11-12', clock, facts: { question } };
    expect(only('paused_too_long', situation)).toEqual(['2026-11-27']);
    expect(kindsOf(situation)).not.toContain('no_date');
  });

  it('ask the person again on day 7 and 14, and leave what follows to the reminders of the standstill', () => {
    expect(only('ask_person', { asOf: '2026-11-12', ...paused, facts: { question } })).toEqual([
      '2026-11-19',
      '2026-11-26',
    ]);
    expect(kindsOf({ asOf: '2026-11-12', ...paused, facts: { question } })).not.toContain('person_silent');
  });

  it('speak of no other date', () => {
    expect([...kindsOf({ asOf: '2026-11-12', ...paused })]).toEqual(['paused_too_long']);
  });
});

describe('a question that stops no clock', () => {
  const challenge = { about: 'challenge', askedOn: day('2026-11-10'), canBeAskedAgain: true } as const;

  it('is asked again on day 7 and 14, then an officer decides after day 21 and is asked to every week', () => {
    const facts = { question: challenge };
    expect(only('ask_person', { asOf: '2026-11-10', facts })).toEqual(['2026-11-17', '2026-11-24']);
    expect(only('person_silent', { asOf: '2026-11-10', facts })).toEqual(['2026-12-01']);
    expect(only('person_silent', { asOf: '2026-12-01', facts })).toEqual(['2026-12-01', '2026-12-08']);
  });

  it('goes to nobody who has not shown that the address is theirs', () => {
    const facts = { question: { ...challenge, about: 'confirmation', canBeAskedAgain: false } } as const;
    expect(only('ask_person', { asOf: '2026-11-10', facts })).toEqual([]);
    expect(only('person_silent', { asOf: '2026-11-10', facts })).toEqual(['2026-12-01']);
  });

  it('is left to the daily reminders once the answer is late', () => {
    expect(only('person_silent', { asOf: '2026-12-10', facts: { question: challenge } })).toEqual([]);
  });
});

describe('silence of staff', () => {
  const facts = { staffSince: day('2026-11-10'), nextStepBy: day('2026-11-13') };

  it('is told when the next step is 3 working days late, and again every week', () => {
    expect(only('staff_silent', { asOf: '2026-11-10', facts })).toEqual(['2026-11-18']);
    expect(only('staff_silent', { asOf: '2026-11-19', facts })).toEqual(['2026-11-25']);
  });

  it('is not told of somebody else’s next step, nor on top of a late answer', () => {
    expect(only('staff_silent', { asOf: '2026-11-10' })).toEqual([]);
    expect(only('staff_silent', { asOf: '2026-12-10', facts })).toEqual([]);
  });
});

describe('other regimes', () => {
  it('remind of an acknowledgement that no mail can bring, 2 working days before its limit', () => {
    const clock = { acknowledgeBy: day('2026-11-23') };
    expect(only('acknowledge', { asOf: '2026-11-09', clock, facts: { acknowledged: false } })).toEqual(['2026-11-19']);
    expect(only('acknowledge', { asOf: '2026-11-09', clock })).toEqual([]);
  });

  it('remind every week of a date that the law does not give', () => {
    const clock = { state: 'not_computable', due: null, extensionNoticeBy: null, refusalNoticeBy: null } as const;
    expect(only('no_date', { asOf: '2026-11-09', clock })).toEqual(['2026-11-10']);
    expect(only('no_date', { asOf: '2026-11-10', clock })).toEqual(['2026-11-10', '2026-11-17']);
  });
});

describe('a limit on a day off', () => {
  const sunday = { due: day('2026-12-06'), extensionNoticeBy: day('2026-12-06') };

  it('is reminded of on the last working day before it, and told of as late on the first one after it', () => {
    const policy = { workingDaysBeforeDue: [], workingDaysBeforeExtensionNotice: [] };
    expect(schedule({ asOf: '2026-11-09', clock: sunday, policy })).toEqual([
      '2026-12-04 extension_decision-0-2026-12-06',
      '2026-12-04 on_due-2026-12-06',
      '2026-12-07 overdue-2026-12-07',
    ]);
  });
});

describe('reminders of a stopped clock', () => {
  it.each(['answered', 'refused', 'withdrawn'] as const)('are none: %s', (type) => {
    const facts = { staffSince: day('2026-11-10'), nextStepBy: day('2026-11-13') };
    expect(plan({ asOf: '2026-11-12', events: [{ type, on: '2026-11-12' }], facts })).toEqual([]);
  });
});

describe('the rules of reminders', () => {
  const limits = ['before_due', 'on_due', 'overdue', 'extension_decision', 'refusal_decision', 'acknowledge'] as const;

  it.each(limits)('let nobody turn off a limit of the law: %s', (kind) => {
    expect(REMINDER_RULES[kind].mayBeOff).toBe(false);
  });

  it('tell more than one person of what is late, and only the person of what only they can answer', () => {
    expect(REMINDER_RULES.overdue.escalatesTo).toEqual(['approver', 'administrator']);
    expect(REMINDER_RULES.staff_silent.escalatesTo).toEqual(['approver']);
    const toPerson = Object.entries(REMINDER_RULES).filter(([, { to }]) => to === 'person');
    expect(toPerson.map(([kind]) => kind)).toEqual(['ask_person']);
  });
});
