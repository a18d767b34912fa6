import { RIGHT_RULES } from '#domain/law/rights';
import { requestStage } from '#domain/request/decide';
import { acknowledgementBy, extensionDecisionBy, refusalBefore } from '#domain/clock/planned-reminders';
import { stepsToJson, type StepJson } from '#domain/clock/step-json';
import type { Standing } from '#domain/request/standing';
import type { RightState, SubjectRequest } from '#domain/request/state';

/** What the worklist shows of a request and no column holds: still without personal data. */
export interface RequestSummary {
  readonly rights: readonly { right: string; article: string; stage: string; ending: string | null }[];
  readonly steps: readonly StepJson[];
}

const summaryOf = (state: SubjectRequest, { deadlines }: Standing): RequestSummary => ({
  rights: state.rights.map(({ right, stage, ending }) => ({
    right,
    article: RIGHT_RULES[right].article,
    stage,
    ending,
  })),
  steps: stepsToJson(deadlines),
});

const countedTasks = ({ tasks, decision }: RightState) =>
  tasks.filter(
    ({ phase }) => phase === 'preparation' || decision?.outcome === 'granted' || decision?.outcome === 'partly',
  );

const closedOn = (state: SubjectRequest, on: string): string | null => (requestStage(state) === 'closed' ? on : null);

/** The dates that calendars show become others than they were. */
const DATES_CHANGE = `(internal_due_on, remind_due_on, extension_notice_on, refusal_notice_on)
  is distinct from (@internalDue::date, @remindDue::date, @extensionNotice::date, @refusalNotice::date)`;

/** What the update of `subject_request` sets, of the values that `projectionOf` gives. */
export const PROJECTION = `stage = @stage, due_on = @due, frozen_due_on = @frozenDue, internal_due_on = @internalDue,
    paused_since = @pausedSince, next_action = @nextAction, next_action_by = @nextActionBy, next_action_on = @nextActionOn,
    assignee = @assignee, frozen = @frozen, tasks_done = @tasksDone, tasks_total = @tasksTotal,
    closed_on = coalesce(closed_on, @closedOn), summary = @summary, counted_by = @countedBy, remind_due_on = @remindDue,
    extension_notice_on = @extensionNotice, refusal_notice_on = @refusalNotice, acknowledge_on = @acknowledge,
    dates_changed = dates_changed + case when ${DATES_CHANGE} then 1 else 0 end,
    dates_changed_at = case when ${DATES_CHANGE} then @now::timestamptz else dates_changed_at end`;

const textOf = (date: Temporal.PlainDate | null | undefined): string | null => date?.toString() ?? null;

/** What lists are drawn from. `on` is the civil date of the change, `countedBy` by what. */
export const projectionOf = (state: SubjectRequest, standing: Standing, on: string, countedBy: string) => {
  const tasks = state.rights.flatMap(countedTasks);
  const { deadlines, remindedOf, internalDue, nextAction } = standing;
  return {
    stage: requestStage(state),
    due: textOf(deadlines.due),
    frozenDue: textOf(deadlines.frozenDue),
    internalDue: textOf(internalDue),
    pausedSince: textOf(deadlines.pausedSince),
    nextAction: nextAction.action,
    nextActionBy: nextAction.by,
    nextActionOn: textOf(nextAction.on),
    assignee: state.assignee,
    frozen: state.frozen,
    tasksDone: tasks.filter(({ result }) => result !== null).length,
    tasksTotal: tasks.length,
    closedOn: closedOn(state, on),
    summary: JSON.stringify(summaryOf(state, standing)),
    countedBy,
    remindDue: textOf(remindedOf.due),
    extensionNotice: textOf(extensionDecisionBy(remindedOf)),
    refusalNotice: textOf(refusalBefore(remindedOf)),
    acknowledge: textOf(acknowledgementBy(remindedOf, state.acknowledged)),
  };
};
