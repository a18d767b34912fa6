import { RIGHT_RULES } from '#domain/law/rights';
import type { FailureView, RightView, TaskView } from '#contracts/request-page';
import type { EventData } from '#domain/request/events';
import type { RightState, Task } from '#domain/request/state';
import type { StoredDocument } from '#persistence/document-rows';
import type { RequestFile } from './request-file.js';

/** What stands about the rights of a request outside its ledger. */
export interface RightMaterial {
  readonly registerName: (id: string) => string;
  /** Packages, each `about` the right it answers. */
  readonly packages: readonly StoredDocument[];
  /** Lines of the erasure plans by the task that made them. */
  readonly plans: ReadonlyMap<string, RightView['erasurePlan']>;
  readonly failures: readonly FailureView[];
}

/** Until when released tasks wait, by task: an erasure rests so that the person may call it off. */
const waitingUntil = ({ entries }: RequestFile): ReadonlyMap<string, string> =>
  new Map(
    entries
      .filter(({ type }) => type === 'tasksReleased')
      .map(({ data }) => JSON.parse(data) as EventData['tasksReleased'])
      .flatMap(({ tasks, notBefore }) => (notBefore === null ? [] : tasks.map((task) => [task, notBefore] as const))),
  );

/** Why a task is dead, null while it is well or still tried. */
const failureOf = (task: Task, failures: readonly FailureView[]): string | null =>
  failures.find(({ effect, about, dead }) => dead && effect === 'run-task' && about === task.id)?.code ?? null;

const taskView = (task: Task, material: RightMaterial, notBefore: string | null): TaskView => ({
  id: task.id,
  register: task.register,
  registerName: material.registerName(task.register),
  kind: task.kind,
  phase: task.phase,
  identityNeeded: task.identityNeeded,
  released: task.released,
  result: task.result,
  rows: task.rows,
  files: task.files,
  notBefore: task.result === null ? notBefore : null,
  failure: failureOf(task, material.failures),
});

const rightView = (right: RightState, material: RightMaterial, waits: ReadonlyMap<string, string>): RightView => ({
  right: right.right,
  article: RIGHT_RULES[right.right].article,
  stage: right.stage,
  tasks: right.tasks.map((task) => taskView(task, material, waits.get(task.id) ?? null)),
  erasurePlan: right.tasks.flatMap(({ id }) => material.plans.get(id) ?? []),
  decision: right.decision === null ? null : { ...right.decision, grounds: [...right.decision.grounds] },
  approvedBy: right.approvedBy,
  documents: material.packages
    .filter(({ about }) => about === right.right)
    .map(({ id, name, mediaType, bytes, downloads }) => ({ id, name, mediaType, bytes, downloads })),
  ending: right.ending,
  answeredOn: right.answeredOn,
  openedOn: right.openedOn,
});

/** Each right of a request with its tasks, plan, decision and answer. */
export const rightViews = (file: RequestFile, material: RightMaterial): RightView[] => {
  const waits = waitingUntil(file);
  return file.state.rights.map((right) => rightView(right, material, waits));
};
