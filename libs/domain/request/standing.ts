import { computeDeadlines, type Deadlines } from '#domain/clock/deadlines';
import { internalDue } from '#domain/clock/internal-target';
import { plannedReminders } from '#domain/clock/planned-reminders';
import { rulePackFor } from '#domain/clock/rule-packs';
import { nextAction, type NextAction } from './next-action.js';
import { reminderFacts } from './reminder-facts.js';
import type { ClockFacts } from '#domain/clock/facts';
import type { ClockSettings } from '#domain/clock-settings';
import type { PlannedReminder } from '#domain/clock/reminders';
import type { Right } from '#domain/law/rights';
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

/**
 * The statutory dates of a request as they hold on `today`, by the rules of its regime.
 *
 * @throws UnknownRegimeError `unknown-regime`
 */
export const deadlinesOf = (state: SubjectRequest, calendar: WorkingCalendar, today: Temporal.PlainDate): Deadlines =>
  computeDeadlines(clockFacts(state), calendar, rulePackFor(state.regime, state), today);

/** What a request is counted by at one moment. `today` is the civil date where the controller is. */
export interface Counting {
  readonly today: Temporal.PlainDate;
  readonly calendar: WorkingCalendar;
  readonly settings: ClockSettings;
}

/** A right that is answered no longer hurries the others; when all are, what it was hurried by is still told. */
const hurrying = ({ rights }: SubjectRequest): Right[] => {
  const open = rights.filter(({ stage }) => stage !== 'closed');
  return (open.length > 0 ? open : rights).map(({ right }) => right);
};

export const standingOf = (state: SubjectRequest, { today, calendar, settings }: Counting): Standing => {
  const deadlines = deadlinesOf(state, calendar, today);
  const internal = internalDue(clockFacts(state), deadlines, calendar, settings.internalTargets, hurrying(state));
  const next = nextAction(state, deadlines, internal, calendar);
  return {
    deadlines,
    internalDue: internal,
    nextAction: next,
    reminders: plannedReminders(reminderFacts(state, deadlines, next.on), calendar, settings.reminders, today),
  };
};
