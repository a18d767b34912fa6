import type { Computation } from '#domain/clock/computation';
import type { GroundId } from '#domain/law/grounds';
import type { DataClass, IdentityLevel } from '#domain/law/identity';
import type { Right, TaskKind } from '#domain/law/rights';
import type { Language } from '#domain/language';
import type { CivilDate } from '#domain/time-source';
import type {
  Channel,
  DelayReason,
  IdentityMethod,
  Location,
  MessageChannel,
  Outcome,
  TaskResult,
} from './vocabulary.js';
import type { Stage } from './stages.js';

/** A register as it stood when the request came in; what it can do decides which tasks the request gets. */
export interface RegisterInScope {
  readonly id: string;
  readonly dataClass: DataClass;
  readonly capabilities: readonly TaskKind[];
}

/**
 * Past-tense facts of one request: ids, dates, enums, counts. Personal content never stands here; it is sealed beside
 * the entry (design, section 3). A fact is only ever added to this table, never changed: old ledgers must fold for ever.
 */
export interface EventData {
  requestReceived: {
    readonly reference: string;
    readonly regime: string;
    readonly country: string;
    readonly timeZone: string;
    readonly channel: Channel;
    readonly language: Language;
    readonly receivedOn: CivilDate;
    readonly rights: readonly Right[];
    readonly registers: readonly RegisterInScope[];
    readonly hasEmail: boolean;
  };
  contactConfirmed: Record<never, never>;
  verificationStarted: Record<never, never>;
  personLocated: { readonly location: Location; readonly candidates: number; readonly reachable: boolean };
  codeRequested: Record<never, never>;
  identityConfirmed: { readonly level: IdentityLevel; readonly method: IdentityMethod };
  requestDisowned: Record<never, never>;
  freezeLifted: Record<never, never>;
  identityRequested: Record<never, never>;
  clarificationRequested: Record<never, never>;
  replyRecorded: { readonly to: 'identity' | 'clarification'; readonly sufficient: boolean };
  deadlineExtended: Record<never, never>;
  delayExplained: { readonly reason: DelayReason };
  /** Nothing but the dates beside it, for a request that had none adopted. */
  datesCounted: Record<never, never>;
  findingRaised: { readonly after: Computation };
  findingSettled: { readonly finding: number; readonly choice: 'accept' | 'keep' | 'lapse' };
  rightAdvanced: { readonly right: Right; readonly to: Stage };
  tasksReleased: { readonly tasks: readonly string[]; readonly notBefore: string | null };
  taskRecorded: {
    readonly task: string;
    readonly result: TaskResult;
    readonly rows: number;
    readonly files: number;
  };
  rightDecided: { readonly right: Right; readonly outcome: Outcome; readonly grounds: readonly GroundId[] };
  rightApproved: { readonly right: Right };
  rightReturned: { readonly right: Right };
  answerPrepared: { readonly right: Right; readonly form: 'package' | 'letter' };
  packageBuilt: { readonly right: Right; readonly documents: number; readonly manifest: string };
  answerSent: { readonly right: Right; readonly by: 'mail' | 'post' };
  answerOpened: { readonly right: Right };
  documentDownloaded: { readonly right: Right; readonly document: string };
  letterSent: { readonly letter: string; readonly effect: string };
  letterFailed: { readonly letter: string; readonly effect: string; readonly right: Right | null };
  reminderSent: { readonly reminder: string };
  contactRevealed: Record<never, never>;
  documentRead: { readonly document: string };
  noteAdded: Record<never, never>;
  /** An instant. Missing in what was written when messages left at once. */
  messageWritten: { readonly notBefore?: string };
  messageTakenBack: { readonly message: number };
  messageRecorded: { readonly by: MessageChannel };
  attachmentAdded: { readonly document: string; readonly sha256: string };
  requestAssigned: { readonly assignee: string | null };
  personChased: Record<never, never>;
  receiptConfirmed: Record<never, never>;
  spamMarked: Record<never, never>;
  requestWithdrawn: Record<never, never>;
  requestDismissed: Record<never, never>;
}

export type EventType = keyof EventData;

export type RequestEvent = { readonly [T in EventType]: { readonly type: T; readonly data: EventData[T] } }[EventType];

/**
 * An event with who did it and when: what `evolve` folds. `on` is the civil date where the controller is. `computation` is
 * what the dates of the request were counted from when they were adopted.
 */
export type RecordedEvent = RequestEvent & {
  readonly actor: string;
  readonly at: string;
  readonly on: CivilDate;
  readonly computation?: Computation;
};
