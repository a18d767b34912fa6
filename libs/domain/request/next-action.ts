import type { Deadlines } from '#domain/clock/deadlines';
import { addWorkingDays, type WorkingCalendar } from '#domain/clock/calendar';
import { RIGHT_RULES } from '#domain/law/rights';
import { workOf } from './advance.js';
import { openFinding } from './findings.js';
import { mailableTo } from './reactions.js';
import { mayRun, preparationOf } from './tasks.js';
import type { RightState, SubjectRequest } from './state.js';

export type ActionBy = 'person' | 'officer' | 'approver' | 'desk' | 'nobody';

/**
 * What can be next, who has it, and in how many working days it should be done. The worklist is sorted by this and not
 * by the statutory date: what nobody starts is late long before the law says so. Earlier rows win.
 */
export const NEXT_ACTIONS = {
  resolve_freeze: { by: 'approver', withinWorkingDays: 1 },
  settle_finding: { by: 'officer', withinWorkingDays: 2 },
  choose_person: { by: 'officer', withinWorkingDays: 1 },
  post_answer: { by: 'officer', withinWorkingDays: 1 },
  approve: { by: 'approver', withinWorkingDays: 2 },
  decide: { by: 'officer', withinWorkingDays: 2 },
  call_back: { by: 'officer', withinWorkingDays: 3 },
  record_task: { by: 'officer', withinWorkingDays: 5 },
  prove_identity: { by: 'officer', withinWorkingDays: 3 },
  await_reply: { by: 'person', withinWorkingDays: 10 },
  await_code: { by: 'person', withinWorkingDays: 5 },
  await_confirmation: { by: 'person', withinWorkingDays: 5 },
  await_desk: { by: 'desk', withinWorkingDays: 1 },
  none: { by: 'nobody', withinWorkingDays: 0 },
} as const satisfies Record<string, { by: ActionBy; withinWorkingDays: number }>;

export type ActionName = keyof typeof NEXT_ACTIONS;

export interface NextAction {
  readonly action: ActionName;
  readonly by: ActionBy;
  /** The date it should be done by; null when nothing is next. */
  readonly on: Temporal.PlainDate | null;
}

const inFulfilment = (state: SubjectRequest, right: RightState): ActionName => {
  const open = preparationOf(right).filter(({ result }) => result === null);
  if (open.some(({ released, kind }) => released && kind !== 'manual')) return 'await_desk';
  if (open.some(({ released, kind }) => released && kind === 'manual')) return 'record_task';
  return open.some((task) => !mayRun(state, task)) ? 'call_back' : 'await_desk';
};

const inResponse = (state: SubjectRequest, right: RightState): ActionName => {
  if (right.decision === null) return 'decide';
  const automatic = RIGHT_RULES[right.right].decision === 'automatic';
  if (!automatic && right.approvedBy === null) {
    return right.packageBuilt || workOf(state, right).length > 0 ? 'approve' : 'await_desk';
  }
  if (right.tasks.some(({ released, kind, result }) => released && kind === 'manual' && result === null)) {
    return 'record_task';
  }
  if (!right.answerPrepared || (!automatic && !right.packageBuilt)) return 'await_desk';
  if (right.undeliverable) return 'post_answer';
  const mailed = automatic ? state.hasEmail : mailableTo(state) !== null;
  return mailed ? 'await_desk' : 'post_answer';
};

const inVerification = (state: SubjectRequest): ActionName => {
  if (state.location === null) return 'await_desk';
  if (state.location === 'several') return 'choose_person';
  if (state.location === 'one' && state.reachable) return 'await_code';
  return state.location === 'none' && startsAnswerable(state) ? 'await_confirmation' : 'prove_identity';
};

const startsAnswerable = (state: SubjectRequest): boolean =>
  state.hasEmail && !state.contactConfirmed && (state.channel === 'portal' || state.channel === 'api');

const actionOfRight = (state: SubjectRequest, right: RightState): ActionName => {
  switch (right.stage) {
    case 'intake':
      return 'await_confirmation';
    case 'verification':
      return inVerification(state);
    case 'fulfilment':
      return inFulfilment(state, right);
    case 'response':
      return inResponse(state, right);
    case 'closed':
      return 'none';
  }
};

/** Is this right decided and ready for the second pair of eyes? */
export const waitsForApproval = (state: SubjectRequest, right: RightState): boolean =>
  actionOfRight(state, right) === 'approve';

const ORDER = Object.keys(NEXT_ACTIONS) as ActionName[];

const actionOf = (state: SubjectRequest): ActionName => {
  if (state.frozen) return 'resolve_freeze';
  if (openFinding(state) !== null) return 'settle_finding';
  const candidates = state.rights.map((right) => actionOfRight(state, right));
  const next = ORDER.find((action) => candidates.includes(action)) ?? 'none';
  const { by } = NEXT_ACTIONS[next];
  // While the clock stands still, staff still do what waits for them; everything else waits for the person.
  const waitsForPerson = state.pausedFor !== null && next !== 'none' && by !== 'officer' && by !== 'approver';
  return waitsForPerson ? 'await_reply' : next;
};

/** Who has the next step. */
export const whoActs = (state: SubjectRequest): ActionBy => NEXT_ACTIONS[actionOf(state)].by;

const earliest = (dates: readonly (Temporal.PlainDate | null)[]): Temporal.PlainDate | null =>
  dates
    .filter((date): date is Temporal.PlainDate => date !== null)
    .sort((a, b) => Temporal.PlainDate.compare(a, b))[0] ?? null;

/**
 * The next action of a request and the date it should be done by: some working days after it last moved, and never
 * after the organisation's own date or the statutory one.
 */
export const nextAction = (
  state: SubjectRequest,
  deadlines: Deadlines,
  internalDue: Temporal.PlainDate | null,
  calendar: WorkingCalendar,
): NextAction => {
  const action = actionOf(state);
  const { by, withinWorkingDays } = NEXT_ACTIONS[action];
  if (action === 'none') return { action, by, on: null };
  const since = (action === 'settle_finding' && openFinding(state)?.raisedOn) || state.movedOn;
  const target = addWorkingDays(Temporal.PlainDate.from(since), withinWorkingDays, calendar);
  return { action, by, on: earliest([target, internalDue, deadlines.due]) };
};
