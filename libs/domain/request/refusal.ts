/** Why a command is not taken. Expected answers are values with a code; bugs throw. */
export type RefusalCode =
  | 'request-closed'
  | 'request-frozen'
  | 'not-frozen'
  | 'not-your-role'
  | 'same-person'
  | 'already-confirmed'
  | 'already-located'
  | 'already-decided'
  | 'already-extended'
  | 'already-paused'
  | 'not-paused'
  | 'no-extension'
  | 'clock-stopped'
  | 'no-finding'
  | 'not-late'
  | 'no-safe-contact'
  | 'no-message'
  | 'already-taken-back'
  | 'message-left'
  | 'too-early'
  | 'too-late'
  | 'too-many-codes'
  | 'nobody-located'
  | 'weaker-proof'
  | 'needs-on-file-proof'
  | 'right-not-in-request'
  | 'right-closed'
  | 'tasks-open'
  | 'unknown-task'
  | 'task-settled'
  | 'not-decided'
  | 'not-approved'
  | 'ground-missing'
  | 'ground-does-not-fit'
  | 'nothing-to-send'
  | 'nothing-asked'
  | 'asked-today'
  | 'already-acknowledged'
  | 'looks-genuine';

export interface Refusal {
  readonly refused: RefusalCode;
}

export const refuse = (code: RefusalCode): Refusal => ({ refused: code });

export const isRefusal = (value: object): value is Refusal => 'refused' in value;
