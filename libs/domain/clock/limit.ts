import type { Localised } from '#domain/language';
import { nextWorkingDay, type WorkingCalendar } from './calendar.js';
import { daysBetween, isAfter, laterOf } from './dates.js';
import { countPeriod } from './period.js';
import type { Period, RulePack, Source } from './rule-pack.js';
import type { Standstill } from './standstills.js';
import { stepBy, type DeadlineStep } from './steps.js';

/** A standstill that moved a limit. */
export interface Pause extends Standstill {
  /** Days by which it moved the limit. */
  readonly days: number;
}

/** One time limit, with the steps that lead to it from receipt. */
export interface Limit {
  /** Before the move to a working day. */
  readonly base: Temporal.PlainDate;
  readonly due: Temporal.PlainDate;
  /** The standstills that moved it. */
  readonly pauses: readonly Pause[];
  /** The steps up to `base`, and all of them. */
  readonly baseSteps: readonly DeadlineStep[];
  readonly steps: readonly DeadlineStep[];
}

/** By what a limit is counted. `calendar` is that of the place with the closed days of the law. */
export interface Reckoning {
  readonly received: Temporal.PlainDate;
  readonly standstills: readonly Standstill[];
  readonly rules: RulePack;
  readonly calendar: WorkingCalendar;
}

/**
 * Counts a period: from the start, then days of standstill, then once to a working day.
 *
 * Every move is made from the unmoved date. A question asked after the limit has passed does nothing: what has ended
 * cannot stand still, and an overdue request must not become punctual by asking.
 */
export function limitOf(period: Period, reckoning: Reckoning): Limit {
  return countFrom(reckoning.received, period, reckoning, reckoning.standstills, [], []);
}

/** `lead` and `leadSteps` have brought the start from receipt to `start`; `pending` are the other standstills. */
function countFrom(
  start: Temporal.PlainDate,
  period: Period,
  reckoning: Reckoning,
  pending: readonly Standstill[],
  lead: readonly Pause[],
  leadSteps: readonly DeadlineStep[],
): Limit {
  const whole = countPeriod(start, period, reckoning.calendar);
  const pauses = [...lead];
  const steps = [...leadSteps, whole];
  let base = whole.to;
  for (const next of pending) {
    if (isAfter(next.from, rolled(base, reckoning))) {
      steps.push(stepBy(next.source, base, base, 'question_too_late', { on: next.from }));
    } else if (next.effect === 'none') {
      steps.push(stepBy(next.source, base, base, 'question_without_effect', { on: next.from, reason: next.reason }));
    } else if (next.effect === 'suspend' && endedBefore(start, next)) {
      steps.push(stepBy(next.source, base, base, 'answered_before_start', { on: next.from, reason: next.reason }));
    } else if (next.effect === 'suspend') {
      const pause = suspensionFrom(start, next);
      const step = suspensionStep(base, pause);
      pauses.push(pause);
      steps.push(step);
      base = step.to;
    } else {
      const moved = laterOf(start, next.to);
      const others = pending.filter((other) => other !== next);
      const pause = { ...next, days: daysBetween(start, moved) };
      return countFrom(
        moved,
        period,
        reckoning,
        others,
        [...lead, pause],
        [...leadSteps, startStep(start, moved, next)],
      );
    }
  }
  return moveToWorkingDay(base, pauses, steps, reckoning);
}

/** The period started only when the question had been answered. */
const endedBefore = (start: Temporal.PlainDate, { from, to }: Standstill): boolean =>
  isAfter(start, from) && !isAfter(to, start);

/** The part of a suspension that lies in a period that starts on `start`. */
function suspensionFrom(start: Temporal.PlainDate, suspension: Standstill): Pause {
  const from = laterOf(suspension.from, start);
  return { ...suspension, from, days: daysBetween(from, suspension.to) };
}

function suspensionStep(base: Temporal.PlainDate, { source, open, reason, from, to, days }: Pause): DeadlineStep {
  const params = { days, reason, since: from, until: to };
  return stepBy(source, base, base.add({ days }), open ? 'pause_open' : 'pause', params);
}

function startStep(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  { effect, open, reason, source, from: since, to: until }: Standstill,
): DeadlineStep {
  const because = effect === 'reflect' ? 'reflection' : 'restart';
  return stepBy(source, from, to, open ? `${because}_open` : because, { reason, since, until });
}

const rolled = (date: Temporal.PlainDate, { rules, calendar }: Reckoning): Temporal.PlainDate =>
  rules.roll?.moves ? nextWorkingDay(date, calendar) : date;

/** The last step: the limit that has its `base`, moved once. */
export function moveToWorkingDay(
  base: Temporal.PlainDate,
  pauses: readonly Pause[],
  baseSteps: readonly DeadlineStep[],
  reckoning: Reckoning,
): Limit {
  const { rules, calendar } = reckoning;
  const next = rules.roll ? nextWorkingDay(base, calendar) : base;
  const due = rules.roll?.moves ? next : base;
  const steps =
    rules.roll && isAfter(next, base)
      ? [...baseSteps, rollStep(base, due, next, rules.roll.source, calendar)]
      : baseSteps;
  return { base, due, pauses, baseSteps, steps };
}

function rollStep(
  base: Temporal.PlainDate,
  due: Temporal.PlainDate,
  next: Temporal.PlainDate,
  source: Source,
  calendar: WorkingCalendar,
): DeadlineStep {
  if (!isAfter(due, base)) return stepBy(source, base, base, 'not_moved', { until: next });
  const holidays = holidaysBetween(base, due, calendar);
  return holidays.length > 0
    ? stepBy(source, base, due, 'roll_holiday', { holidays })
    : stepBy(source, base, due, 'roll');
}

function holidaysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate, calendar: WorkingCalendar): Localised[] {
  const holidays: Localised[] = [];
  for (let day = from; isAfter(to, day); day = day.add({ days: 1 })) {
    const name = calendar.holidayName?.(day);
    if (name) holidays.push(name);
  }
  return holidays;
}
