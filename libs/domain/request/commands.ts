import type { GroundId } from '#domain/law/grounds';
import type { Right } from '#domain/law/rights';
import type { DelayReason, IdentityMethod, Location, MessageChannel, Outcome, TaskResult } from './vocabulary.js';

/** What can be asked of a request. Verbs; free text and other personal content travels sealed beside the command. */
export interface CommandData {
  confirmContact: Record<never, never>;
  startVerification: Record<never, never>;
  recordLocation: { readonly location: Location; readonly candidates: number; readonly reachable: boolean };
  requestCode: Record<never, never>;
  confirmIdentity: { readonly method: IdentityMethod };
  disownRequest: Record<never, never>;
  liftFreeze: Record<never, never>;
  requestIdentity: Record<never, never>;
  requestClarification: Record<never, never>;
  recordReply: { readonly sufficient: boolean };
  extendDeadline: Record<never, never>;
  explainDelay: { readonly reason: DelayReason };
  settleFinding: { readonly finding: number; readonly choice: 'accept' | 'keep' };
  recordTask: {
    readonly task: string;
    readonly result: TaskResult;
    readonly rows: number;
    readonly files: number;
  };
  decideRight: { readonly right: Right; readonly outcome: Outcome; readonly grounds: readonly GroundId[] };
  approveRight: { readonly right: Right };
  returnRight: { readonly right: Right };
  recordPackage: { readonly right: Right; readonly documents: number; readonly manifest: string };
  recordAnswer: { readonly right: Right; readonly by: 'mail' | 'post' };
  recordOpening: { readonly right: Right };
  recordDownload: { readonly right: Right; readonly document: string };
  recordLetter: {
    readonly letter: string;
    readonly effect: string;
    readonly sent: boolean;
    /** The right that the letter answers, when it carries an answer. */
    readonly answers: Right | null;
  };
  recordReminder: { readonly reminder: string };
  recordReveal: Record<never, never>;
  recordReading: { readonly document: string };
  addNote: Record<never, never>;
  writeMessage: Record<never, never>;
  takeBackMessage: { readonly message: number };
  recordMessage: { readonly by: MessageChannel };
  addAttachment: { readonly document: string; readonly sha256: string };
  assign: { readonly assignee: string | null };
  /** Ask the person once more what they were asked last. */
  chase: Record<never, never>;
  /** The receipt was confirmed by other means than our mail. */
  confirmReceipt: Record<never, never>;
  markSpam: Record<never, never>;
  withdraw: Record<never, never>;
  dismiss: Record<never, never>;
}

export type CommandType = keyof CommandData;

export type CommandOf<T extends CommandType> = { readonly type: T } & CommandData[T];

export type Command = { [T in CommandType]: CommandOf<T> }[CommandType];
