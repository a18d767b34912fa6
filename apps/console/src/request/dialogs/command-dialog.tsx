import type { ComponentType } from 'react';
import type { DialogCommandType } from '../request-context.js';
import { ChoosePersonDialog } from './choose-person-dialog.js';
import type { CommandDialogProps } from './command-dialog-props.js';
import { ConfirmIdentityDialog } from './confirm-identity-dialog.js';
import { DecideDialog } from './decide-dialog.js';
import { ExplainDelayDialog } from './explain-delay-dialog.js';
import { ExtendDeadlineDialog } from './extend-deadline-dialog.js';
import { PlainDialog } from './plain-dialog.js';
import { RecordReplyDialog } from './record-reply-dialog.js';
import { RecordTaskDialog } from './record-task-dialog.js';
import { RequestIdentityDialog } from './request-identity-dialog.js';

const DIALOGS: Readonly<Record<DialogCommandType, ComponentType<CommandDialogProps>>> = {
  startVerification: PlainDialog,
  choosePerson: ChoosePersonDialog,
  requestCode: PlainDialog,
  confirmIdentity: ConfirmIdentityDialog,
  liftFreeze: PlainDialog,
  dismiss: PlainDialog,
  requestIdentity: RequestIdentityDialog,
  requestClarification: PlainDialog,
  recordReply: RecordReplyDialog,
  extendDeadline: ExtendDeadlineDialog,
  explainDelay: ExplainDelayDialog,
  recordTask: RecordTaskDialog,
  decideRight: DecideDialog,
  approveRight: PlainDialog,
  returnRight: PlainDialog,
  recordAnswer: PlainDialog,
  withdraw: PlainDialog,
  chase: PlainDialog,
  confirmReceipt: PlainDialog,
  markSpam: PlainDialog,
};

/** The dialog of a command. */
export const CommandDialog = (props: CommandDialogProps) => {
  const Dialog = DIALOGS[props.command.type];
  return <Dialog {...props} />;
};
