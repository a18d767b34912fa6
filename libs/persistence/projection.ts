import { RIGHT_RULES } from '#domain/law/rights';
import { requestStage } from '#domain/request/decide';
import { acknowledgementBy, extensionDecisionBy, refusalBefore } from '#domain/clock/planned-reminders';
import { stepsToJson, type StepJson } from '#domain/clock/step-json';
import type { Standing } from '#domain/request/standing';
import type { RightState, SubjectRequest } from '#domain/request/state';
import type { SqlSession } from './database.js';

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

/** In the update below: the dates that calendars show become others than they were. */
const DATES_CHANGE = `(internal_due_on, remind_due_on, extension_notice_on, refusal_notice_on)
  is distinct from ($6::date, $18::date, $19::date, $20::date)`;

/** Writes what lists are drawn from. `on` is the civil date of the change, `countedBy` by what. Only the ledger calls it. */
export const project = async (
  session: SqlSession,
  requestId: string,
  version: number,
  state: SubjectRequest,
  standing: Standing,
  on: string,
  countedBy: string,
): Promise<void> => {
  const tasks = state.rights.flatMap(countedTasks);
  const { deadlines, remindedOf, internalDue, nextAction } = standing;
  await session.query(
    `update subject_request set version = $2, stage = $3, due_on = $4, frozen_due_on = $5, internal_due_on = $6,
       paused_since = $7, next_action = $8, next_action_by = $9, next_action_on = $10, assignee = $11, frozen = $12,
       tasks_done = $13, tasks_total = $14, closed_on = coalesce(closed_on, $15), summary = $16,
       counted_by = $17, remind_due_on = $18, extension_notice_on = $19, refusal_notice_on = $20, acknowledge_on = $21,
       dates_changed = dates_changed + case when ${DATES_CHANGE} then 1 else 0 end,
       dates_changed_at = case when ${DATES_CHANGE} then artikla.now() else dates_changed_at end
     where id = $1`,
    [
      requestId,
      version,
      requestStage(state),
      deadlines.due?.toString() ?? null,
      deadlines.frozenDue?.toString() ?? null,
      internalDue?.toString() ?? null,
      deadlines.pausedSince?.toString() ?? null,
      nextAction.action,
      nextAction.by,
      nextAction.on?.toString() ?? null,
      state.assignee,
      state.frozen,
      tasks.filter(({ result }) => result !== null).length,
      tasks.length,
      closedOn(state, on),
      JSON.stringify(summaryOf(state, standing)),
      countedBy,
      remindedOf.due?.toString() ?? null,
      extensionDecisionBy(remindedOf)?.toString() ?? null,
      refusalBefore(remindedOf)?.toString() ?? null,
      acknowledgementBy(remindedOf, state.acknowledged)?.toString() ?? null,
    ],
  );
};
