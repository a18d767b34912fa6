import { computeDeadlines, type Deadlines } from '#domain/clock/deadlines';
import { internalDue } from '#domain/clock/internal-target';
import { plannedReminders } from '#domain/clock/planned-reminders';
import { rulePackFor } from '#domain/clock/rule-packs';
import { countedType, datesOf, type Count } from './findings.js';
import { nextAction, type NextAction } from './next-action.js';
import { reminderFacts } from './reminder-facts.js';
import type { ClockFacts } from '#domain/clock/facts';
import type { ClockSettings } from '#domain/clock-settings';
import type { Right } from '#domain/law/rights';
import type { PlannedReminder } from '#domain/clock/reminders';
import type { WorkingCalendar } from '#domain/clock/calendar';
import type { SubjectRequest } from './state.js';

/** Where a request stands on a day: its dates, who has the next step, and the reminders that should be waiting. */
export interface Standing {
  readonly deadlines: Deadlines;
  /** What reminders go by: `deadlines`, or while an officer has not chosen between two dates, of each the earlier one. */
  readonly remindedOf: Deadlines;
  readonly internalDue: Temporal.PlainDate | null;
  readonly nextAction: NextAction;
  readonly reminders: readonly PlannedReminder[];
}

export const clockFacts = ({ receivedOn, clockEvents }: SubjectRequest): ClockFacts => ({
  receivedOn,
  events: clockEvents,
});

/**
 * Counts a request by the rules that its regime has for its rights, as of a day.
 *
 * @throws UnknownRegimeError `unknown-regime`
 */
export const countOf =
  (state: SubjectRequest, calendar: WorkingCalendar): Count =>
  (asOf) => {
    const { regime, receivedOn, country } = state;
    const rules = rulePackFor(regime, { receivedOn, country, requestType: countedType(state) });
    return computeDeadlines(clockFacts(state), calendar, rules, asOf);
  };

/** The statutory dates of a request as they hold on `today`: those adopted with its facts. */
export const deadlinesOf = (state: SubjectRequest, calendar: WorkingCalendar, today: Temporal.PlainDate): Deadlines =>
  datesOf(state, calendar, countOf(state, calendar), today).inForce;

/** The same, as reminders go by them: while an officer has not chosen between two dates, the earlier one. */
export const datesToRemindOf = (
  state: SubjectRequest,
  calendar: WorkingCalendar,
  today: Temporal.PlainDate,
): Deadlines => datesOf(state, calendar, countOf(state, calendar), today).toRemindOf;

/** What a request is counted by at one moment. `today` is the civil date where the controller is. */
export interface Counting {
  readonly today: Temporal.PlainDate;
  readonly calendar: WorkingCalendar;
  readonly settings: ClockSettings;
  /** A process with newer rules or holidays runs beside this one, which then judges no kept dates. */
  readonly outrun?: boolean;
}

/** A right that is answered no longer hurries the others; when all are, what it was hurried by is still told. */
const hurrying = ({ rights }: SubjectRequest): Right[] => {
  const open = rights.filter(({ stage }) => stage !== 'closed');
  return (open.length > 0 ? open : rights).map(({ right }) => right);
};

export const standingOf = (state: SubjectRequest, { today, calendar, settings }: Counting): Standing => {
  const { inForce, toRemindOf } = datesOf(state, calendar, countOf(state, calendar), today);
  const internal = internalDue(clockFacts(state), inForce, calendar, settings.internalTargets, hurrying(state));
  const next = nextAction(state, toRemindOf, internal, calendar);
  return {
    deadlines: inForce,
    remindedOf: toRemindOf,
    internalDue: internal,
    nextAction: next,
    reminders: plannedReminders(reminderFacts(state, toRemindOf, next.on), calendar, settings.reminders, today),
  };
};
