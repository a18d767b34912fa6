import { RIGHT_RULES, type Right, type TaskKind } from '#domain/law/rights';
import { IDENTITY_LEVELS, meetsLevel, type IdentityLevel } from '#domain/law/identity';
import type { RegisterInScope } from './events.js';
import type { RightState, SubjectRequest, Task } from './state.js';

/** Kinds that only some registers have at all: a register without marketing needs no marketing ban. */
const ONLY_WHERE_ABLE: readonly TaskKind[] = ['suppress_marketing'];

const tasksOfPhase = (
  right: Right,
  phase: Task['phase'],
  wanted: TaskKind | null,
  registers: readonly RegisterInScope[],
): Task[] => {
  if (wanted === null) return [];
  const able = registers.filter((register) => register.capabilities.includes(wanted));
  const concerned = ONLY_WHERE_ABLE.includes(wanted) && able.length > 0 ? able : registers;
  return concerned.map((register) => {
    const kind = register.capabilities.includes(wanted) ? wanted : 'manual';
    return {
      id: `${right}.${register.id}.${kind}.${phase}`,
      right,
      register: register.id,
      kind,
      identityNeeded: RIGHT_RULES[right].identity[register.dataClass],
      phase,
      released: false,
      result: null,
      rows: 0,
      files: 0,
    };
  });
};

/** One task per register and right; where no connector can do it, a person's task. */
export const planTasks = (right: Right, registers: readonly RegisterInScope[]): Task[] => [
  ...tasksOfPhase(right, 'preparation', RIGHT_RULES[right].preparation, registers),
  ...tasksOfPhase(right, 'execution', RIGHT_RULES[right].execution, registers),
];

/** The strongest proof the person has given so far. */
export const identityLevel = (state: SubjectRequest): IdentityLevel =>
  state.proofs.reduce<IdentityLevel>((best, { level }) => (meetsLevel(level, best) ? level : best), IDENTITY_LEVELS[0]);

/**
 * May this task run with the proof given? When nobody was located, there is only "we hold nothing" to say, and saying
 * it to a confirmed contact takes V1 (decision table 3.2, confirmation only).
 */
export const mayRun = (state: SubjectRequest, task: Task): boolean => {
  const reached = identityLevel(state);
  // Without knowing whom the registers mean there is nobody to ask them about, however well the person is proven.
  const settledWho = state.location === 'one' || state.location === 'none';
  if (meetsLevel(task.identityNeeded, 'V1') && !settledWho) return false;
  if (state.location === 'none' && meetsLevel(task.identityNeeded, 'V1')) return meetsLevel(reached, 'V1');
  return meetsLevel(reached, task.identityNeeded);
};

export const preparationOf = (right: RightState): readonly Task[] =>
  right.tasks.filter(({ phase }) => phase === 'preparation');

export const executionOf = (right: RightState): readonly Task[] =>
  right.tasks.filter(({ phase }) => phase === 'execution');

export const settled = (tasks: readonly Task[]): boolean => tasks.every(({ result }) => result !== null);

export const findRight = (state: SubjectRequest, right: Right): RightState | undefined =>
  state.rights.find((candidate) => candidate.right === right);

export const findTask = (state: SubjectRequest, id: string): Task | undefined =>
  state.rights.flatMap(({ tasks }) => tasks).find((task) => task.id === id);

/** May what a task found be given out? Always by the decision table itself, never by the milder row for "nothing". */
export const mayDisclose = (state: SubjectRequest, task: Task): boolean =>
  meetsLevel(identityLevel(state), task.identityNeeded);

/** Is there work left that only a stronger proof of identity will set free? */
export const needsProof = (state: SubjectRequest): boolean =>
  state.rights.some(
    (right) =>
      right.stage !== 'closed' && preparationOf(right).some((task) => task.result === null && !mayRun(state, task)),
  );
