import { createContext, use } from 'react';
import type { Permit, RequestPage, StaffCommand, TaskView } from '#contracts/request-page';
import type { Right } from '#domain/law/rights';

export type StaffCommandType = StaffCommand['type'];

/** Commands that open a dialog; notes, messages, the handler and findings have their fields on the page. */
export type DialogCommandType = Exclude<
  StaffCommandType,
  'addNote' | 'assign' | 'settleFinding' | 'writeMessage' | 'takeBackMessage' | 'recordMessage'
>;

/** What a command is aimed at, besides the request. */
export interface CommandTarget {
  readonly right?: Right;
  readonly task?: TaskView;
}

/** A command on its way: its dialog is open. */
export interface OpenCommand extends CommandTarget {
  readonly type: DialogCommandType;
}

interface RequestOnScreen {
  readonly page: RequestPage;
  readonly openDialog: (command: OpenCommand) => void;
}

export const RequestContext = createContext<RequestOnScreen | null>(null);

/** The request on screen. Throws outside its page: that is a defect. */
export const useRequest = (): RequestOnScreen => {
  const request = use(RequestContext);
  if (request === null) throw new Error('no request here: a component stands outside RequestRoute');
  return request;
};

/** Whether a command is open to the reader; undefined where the server says nothing of it. */
export const permitFor = (
  { permits }: RequestPage,
  type: StaffCommandType,
  { right, task }: CommandTarget,
): Permit | undefined =>
  permits.find(
    (permit) =>
      permit.command === type &&
      permit.task === (task?.id ?? null) &&
      (task !== undefined || permit.right === (right ?? null)),
  );
