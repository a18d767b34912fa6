import type { RequestPage } from '#contracts/request-page';
import type { ActionName } from '#domain/request/next-action';
import type { DialogCommandType, OpenCommand } from '../request-context.js';

/** By which command staff take the next action. What has its place on the page, or is nobody's at the desk, has none. */
const COMMANDS: Partial<Record<ActionName, DialogCommandType>> = {
  resolve_freeze: 'liftFreeze',
  choose_person: 'choosePerson',
  post_answer: 'recordAnswer',
  approve: 'approveRight',
  decide: 'decideRight',
  call_back: 'confirmIdentity',
  record_task: 'recordTask',
  prove_identity: 'confirmIdentity',
};

/** The command that comes next, aimed at what the server lets this reader do first; null where that is nothing. */
export const nextCommand = ({ nextAction, permits, rights }: RequestPage): OpenCommand | null => {
  const type = COMMANDS[nextAction.action];
  const permit = permits.find(({ command, open }) => open && command === type);
  if (type === undefined || permit === undefined) return null;
  const task = rights.flatMap(({ tasks }) => tasks).find(({ id }) => id === permit.task);
  return { type, ...(permit.right !== null && { right: permit.right }), ...(task !== undefined && { task }) };
};
