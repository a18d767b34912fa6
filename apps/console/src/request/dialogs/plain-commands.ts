import type { PreviewedCommand } from '#contracts/clock-preview';
import type { StaffCommand } from '#contracts/request-page';
import type { Right } from '#domain/law/rights';
import type { DialogCommandType } from '../request-context.js';

/** A command that takes words, or nothing at all, besides what it is aimed at. */
export interface PlainCommand {
  readonly words: 'none' | 'optional' | 'required';
  /** Null where it is about a right and none was given. */
  readonly build: (words: string, right: Right | undefined) => StaffCommand | null;
  /** The same for a preview, where the clock depends on it. */
  readonly preview?: (right: Right | undefined) => PreviewedCommand | null;
}

const aimed =
  (build: (words: string, right: Right) => StaffCommand): PlainCommand['build'] =>
  (words, right) =>
    right === undefined ? null : build(words, right);

export const PLAIN_COMMANDS: Readonly<Partial<Record<DialogCommandType, PlainCommand>>> = {
  startVerification: { words: 'none', build: () => ({ type: 'startVerification' }) },
  requestCode: { words: 'none', build: () => ({ type: 'requestCode' }) },
  chase: { words: 'none', build: () => ({ type: 'chase' }) },
  confirmReceipt: { words: 'optional', build: (words) => ({ type: 'confirmReceipt', words }) },
  markSpam: { words: 'required', build: (words) => ({ type: 'markSpam', words }) },
  liftFreeze: { words: 'required', build: (words) => ({ type: 'liftFreeze', words }) },
  dismiss: {
    words: 'required',
    build: (words) => ({ type: 'dismiss', words }),
    preview: () => ({ type: 'dismiss' }),
  },
  requestClarification: {
    words: 'required',
    build: (words) => ({ type: 'requestClarification', words }),
    preview: () => ({ type: 'requestClarification' }),
  },
  withdraw: {
    words: 'required',
    build: (words) => ({ type: 'withdraw', words }),
    preview: () => ({ type: 'withdraw' }),
  },
  approveRight: { words: 'none', build: aimed((_, right) => ({ type: 'approveRight', right })) },
  returnRight: { words: 'required', build: aimed((words, right) => ({ type: 'returnRight', right, words })) },
  recordAnswer: {
    words: 'optional',
    build: aimed((words, right) => ({ type: 'recordAnswer', right, words })),
    preview: (right) => (right === undefined ? null : { type: 'recordAnswer', right }),
  },
};
