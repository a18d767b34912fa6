import { findRight, findTask } from '../tasks.js';
import { HANDLERS, type CommandRule } from './rule.js';

/**
 * What a register brought: by the desk where a connector did the work, by staff where a person did. Staff may close a
 * connector's task too, but only as "cannot", with the reason beside it: nobody declares a copy that was never made.
 */
export const recordTask: CommandRule<'recordTask'> = {
  scope: 'right',
  stages: {
    intake: 'too-early',
    verification: 'too-early',
    fulfilment: 'open',
    response: 'open',
    closed: 'open',
  },
  actors: ['desk', ...HANDLERS],
  whileFrozen: true,
  closed: (state, { task: id }, { actor }) => {
    const task = id === undefined ? undefined : findTask(state, id);
    if (task === undefined) return 'unknown-task';
    // What the desk has done is a fact, whatever happened to the request meanwhile.
    if (actor.kind === 'staff' && state.frozen) return 'request-frozen';
    if (actor.kind === 'staff' && findRight(state, task.right)?.stage === 'closed') return 'right-closed';
    return task.result === null ? null : 'task-settled';
  },
  invalid: (state, { task: id, result }, { actor }) => {
    const task = findTask(state, id);
    if (task === undefined) return 'unknown-task';
    const byStaff = actor.kind === 'staff';
    if (byStaff && result !== 'cannot' && task.kind !== 'manual') return 'not-your-role';
    if (!task.released && result !== 'cannot') return 'needs-on-file-proof';
    return null;
  },
  events: (_state, { task, result, rows, files }) => [{ type: 'taskRecorded', data: { task, result, rows, files } }],
};
