import { whyClosed } from '#domain/request/decide';
import { LIFECYCLE } from '#domain/request/lifecycle';
import { STAFF_COMMANDS } from './staff-commands.js';
import type { Permit, StaffCommand } from '#contracts/request-page';
import type { Circumstances, Target } from '#domain/request/rules/rule';
import type { SubjectRequest } from '#domain/request/state';
import type { CommandType } from '#domain/request/commands';

/** What a command can be aimed at in this request. */
const targetsOf = (state: SubjectRequest, type: CommandType): readonly Target[] => {
  if (LIFECYCLE[type].scope === 'request') return [{}];
  if (type !== 'recordTask') return state.rights.map(({ right }) => ({ right }));
  return state.rights.flatMap(({ right, tasks }) => tasks.map(({ id }) => ({ right, task: id })));
};

/**
 * Every command that staff give, at everything it can be aimed at: open to this reader now, or the code of why not. The
 * same rules answer here and when the command comes, so a button never promises what the server refuses.
 */
export const permitsOf = (state: SubjectRequest, circumstances: Circumstances): Permit[] =>
  (Object.keys(STAFF_COMMANDS) as StaffCommand['type'][]).flatMap((command) => {
    const { becomes } = STAFF_COMMANDS[command];
    return targetsOf(state, becomes).map((target) => {
      const reason = whyClosed(state, becomes, target, circumstances);
      return { command, right: target.right ?? null, task: target.task ?? null, open: reason === null, reason };
    });
  });
