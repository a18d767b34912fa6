import { computeDeadlines, type Deadlines } from '#domain/clock/deadlines';
import { DEFAULT_INTERNAL_TARGET, internalDue } from '#domain/clock/internal-target';
import { DEFAULT_REMINDER_POLICY, plannedReminders, type PlannedReminder } from '#domain/clock/reminders';
import { RULE_PACKS, type Regime } from '#domain/clock/rule-pack';
import { nextAction, type NextAction } from './next-action.js';
import type { ClockFacts } from '#domain/clock/facts';
import type { WorkingCalendar } from '#domain/clock/calendar';
import type { SubjectRequest } from './state.js';

/** Where a request stands on a day: its dates, who has the next step, and the reminders that should be waiting. */
export interface Standing {
  readonly deadlines: Deadlines;
  readonly internalDue: Temporal.PlainDate | null;
  readonly nextAction: NextAction;
  readonly reminders: readonly PlannedReminder[];
}

export const clockFacts = ({ receivedOn, clockEvents }: SubjectRequest): ClockFacts => ({
  receivedOn,
  events: clockEvents,
});

/** The statutory dates of a request as they hold on `today`, by the rule pack of its regime. */
export const deadlinesOf = (state: SubjectRequest, calendar: WorkingCalendar, today: Temporal.PlainDate): Deadlines =>
  computeDeadlines(clockFacts(state), calendar, RULE_PACKS[state.regime as Regime], today);

export const standingOf = (state: SubjectRequest, calendar: WorkingCalendar, today: Temporal.PlainDate): Standing => {
  const deadlines = deadlinesOf(state, calendar, today);
  const internal = internalDue(clockFacts(state), deadlines, calendar, DEFAULT_INTERNAL_TARGET);
  return {
    deadlines,
    internalDue: internal,
    nextAction: nextAction(state, deadlines, internal, calendar),
    reminders: plannedReminders(deadlines, calendar, DEFAULT_REMINDER_POLICY, today),
  };
};
