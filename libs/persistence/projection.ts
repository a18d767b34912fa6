import { RIGHT_RULES } from '#domain/law/rights';
import { requestStage } from '#domain/request/decide';
import { mayNotApprove } from '#domain/request/four-eyes';
import { identityLevel } from '#domain/request/tasks';
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

/** The columns of `subject_request` that lists are drawn from, with their types. */
export const PROJECTED = {
  stage: 'text',
  due_on: 'date',
  frozen_due_on: 'date',
  internal_due_on: 'date',
  paused_since: 'date',
  next_action: 'text',
  next_action_by: 'text',
  next_action_on: 'date',
  assignee: 'uuid',
  may_not_approve: 'jsonb',
  frozen: 'boolean',
  tasks_done: 'int',
  tasks_total: 'int',
  closed_on: 'date',
  summary: 'jsonb',
  counted_by: 'text',
  remind_due_on: 'date',
  extension_notice_on: 'date',
  refusal_notice_on: 'date',
  acknowledge_on: 'date',
  identity: 'text',
  stage_in_time: 'text',
} as const;

export type Projection = Readonly<Record<keyof typeof PROJECTED, string | number | boolean | null>>;

/** The dates that calendars show. */
const SHOWN = ['internal_due_on', 'remind_due_on', 'extension_notice_on', 'refusal_notice_on'];

const from = (table: string) => `(${SHOWN.map((column) => `${table}.${column}`).join(', ')})`;

const CHANGED = `${from('request')} is distinct from ${from('new')}`;

/** Sets the projection of `subject_request as request` from the rows `new`, which tell the time as `now`. */
export const SET_PROJECTION = [
  ...Object.keys(PROJECTED)
    .filter((column) => column !== 'closed_on' && column !== 'stage_in_time')
    .map((column) => `${column} = new.${column}`),
  'closed_on = coalesce(request.closed_on, new.closed_on)',
  // Past the last day it stays; a row that never had one was still at the stage that it is about to leave.
  'stage_in_time = coalesce(new.stage_in_time, request.stage_in_time, request.stage)',
  `dates_changed = request.dates_changed + case when ${CHANGED} then 1 else 0 end`,
  `dates_changed_at = case when ${CHANGED} then new.now else request.dates_changed_at end`,
].join(', ');

const textOf = (date: Temporal.PlainDate | null | undefined): string | null => date?.toString() ?? null;

const jsonOf = (ids: readonly string[] | null): string | null => (ids === null ? null : JSON.stringify(ids));

/** What lists are drawn from. `on` is the civil date of the change, `countedBy` by what. */
export const projectionOf = (state: SubjectRequest, standing: Standing, on: string, countedBy: string): Projection => {
  const tasks = state.rights.flatMap(countedTasks);
  const { deadlines, remindedOf, internalDue, nextAction } = standing;
  const dueOn = textOf(deadlines.due);
  return {
    stage: requestStage(state),
    due_on: dueOn,
    frozen_due_on: textOf(deadlines.frozenDue),
    internal_due_on: textOf(internalDue),
    paused_since: textOf(deadlines.pausedSince),
    next_action: nextAction.action,
    next_action_by: nextAction.by,
    next_action_on: textOf(nextAction.on),
    assignee: state.assignee,
    may_not_approve: jsonOf(mayNotApprove(state)),
    frozen: state.frozen,
    tasks_done: tasks.filter(({ result }) => result !== null).length,
    tasks_total: tasks.length,
    closed_on: closedOn(state, on),
    summary: JSON.stringify(summaryOf(state, standing)),
    counted_by: countedBy,
    remind_due_on: textOf(remindedOf.due),
    extension_notice_on: textOf(extensionDecisionBy(remindedOf)),
    refusal_notice_on: textOf(refusalBefore(remindedOf)),
    acknowledge_on: textOf(acknowledgementBy(remindedOf, state.acknowledged)),
    identity: identityLevel(state),
    stage_in_time: dueOn === null || on <= dueOn ? requestStage(state) : null,
  };
};
