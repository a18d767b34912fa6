import type { Localised } from '#domain/language';
import { nextWorkingDay, type WorkingCalendar } from './calendar.js';
import { isAfter } from './dates.js';
import type { Pause } from './pauses.js';
import { countPeriod } from './period.js';
import type { Period, RulePack, Source } from './rule-pack.js';
import type { DeadlineStep } from './steps.js';

/** One time limit that runs from receipt, with the steps that lead to it. */
export interface Limit {
  /** Before the move to a working day. */
  readonly base: Temporal.PlainDate;
  readonly due: Temporal.PlainDate;
  /** The standstills that moved it. */
  readonly pauses: readonly Pause[];
  /** The clock stands still now: `due` holds only if the person answers today. */
  readonly open: boolean;
  readonly steps: readonly DeadlineStep[];
}

/**
 * Counts a period from `start`: month, then days of standstill, then once to a working day.
 *
 * Every move is made from the unmoved date. A question asked after the limit has passed suspends nothing: what has
 * ended cannot stand still, and an overdue request must not become punctual by asking.
 */
export function limitOf(
  start: Temporal.PlainDate,
  period: Period,
  pauses: readonly Pause[],
  rules: RulePack,
  calendar: WorkingCalendar,
): Limit {
  const rolled = (date: Temporal.PlainDate) => (rules.roll ? nextWorkingDay(date, calendar) : date);
  const counted: Pause[] = [];
  const whole = countPeriod(start, period, calendar);
  const steps = [whole];
  let base = whole.to;
  for (const pause of pauses) {
    if (isAfter(pause.from, rolled(base))) {
      steps.push(tooLateStep(base, pause));
      continue;
    }
    const step = pauseStep(base, pause);
    steps.push(step);
    counted.push(pause);
    base = step.to;
  }
  const due = rolled(base);
  if (rules.roll && isAfter(due, base)) steps.push(rollStep(base, due, rules.roll, calendar));
  return { base, due, pauses: counted, open: counted.some((pause) => pause.open), steps };
}

const pauseStep = (from: Temporal.PlainDate, pause: Pause): DeadlineStep => ({
  rule: pause.source.rule,
  from,
  to: from.add({ days: pause.days }),
  because: pause.open ? 'clock.because.pause_open' : 'clock.because.pause',
  params: { days: pause.days, reason: pause.reason, since: pause.from, until: pause.to },
});

const tooLateStep = (base: Temporal.PlainDate, pause: Pause): DeadlineStep => ({
  rule: pause.source.rule,
  from: base,
  to: base,
  because: 'clock.because.question_too_late',
  params: { on: pause.from },
});

function rollStep(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  { rule }: Source,
  calendar: WorkingCalendar,
): DeadlineStep {
  const holidays: Localised[] = [];
  for (let day = from; isAfter(to, day); day = day.add({ days: 1 })) {
    const name = calendar.holidayName?.(day);
    if (name) holidays.push(name);
  }
  return holidays.length > 0
    ? { rule, from, to, because: 'clock.because.roll_holiday', params: { holidays } }
    : { rule, from, to, because: 'clock.because.roll' };
}
