import type { GroundId } from '#domain/law/grounds';
import type { IdentityLevel } from '#domain/law/identity';
import type { Right, TaskKind } from '#domain/law/rights';
import type { ClockEvent } from '#domain/clock/facts';
import type { Computation } from '#domain/clock/computation';
import type { Language } from '#domain/language';
import type { CivilDate } from '#domain/time-source';
import type { Channel, Ending, IdentityMethod, Location, Outcome, TaskResult } from './vocabulary.js';
import type { ClockFinding } from './findings.js';
import type { RegisterInScope } from './events.js';
import type { Stage } from './stages.js';

/** One register's work for one right. `id` is `<right>.<register>.<kind>`. */
export interface Task {
  readonly id: string;
  readonly right: Right;
  readonly register: string;
  readonly kind: TaskKind;
  readonly identityNeeded: IdentityLevel;
  readonly phase: 'preparation' | 'execution';
  readonly released: boolean;
  readonly result: TaskResult | null;
  readonly rows: number;
  readonly files: number;
}

export interface Decision {
  readonly outcome: Outcome;
  readonly grounds: readonly GroundId[];
  readonly by: string;
}

/** One right in a request: its own stage, tasks, decision and ending. */
export interface RightState {
  readonly right: Right;
  readonly stage: Stage;
  readonly tasks: readonly Task[];
  readonly decision: Decision | null;
  readonly approvedBy: string | null;
  /** The desk gave the decision back once, because not all of it could be carried out. */
  readonly reconsidered: boolean;
  readonly answerPrepared: boolean;
  readonly packageBuilt: boolean;
  /** The mail with the answer bounced; it must go another way. */
  readonly undeliverable: boolean;
  readonly answeredOn: CivilDate | null;
  readonly openedOn: CivilDate | null;
  readonly ending: Ending | null;
}

export interface IdentityProof {
  readonly level: IdentityLevel;
  readonly method: IdentityMethod;
  readonly by: string;
  readonly at: string;
}

/** A message in an officer's own words. */
export interface WrittenMessage {
  readonly takenBack: boolean;
}

/** What the ledger of one request amounts to: the fold of its entries, without personal data. */
export interface SubjectRequest {
  readonly reference: string;
  readonly regime: string;
  readonly country: string;
  readonly timeZone: string;
  readonly channel: Channel;
  readonly language: Language;
  readonly receivedOn: CivilDate;
  readonly hasEmail: boolean;
  /** The mail that confirms the receipt has left. */
  readonly acknowledged: boolean;
  readonly registers: readonly RegisterInScope[];
  readonly rights: readonly RightState[];
  readonly contactConfirmed: boolean;
  /** Staff opened the verification without waiting for the person's confirmation. */
  readonly verificationStarted: boolean;
  readonly location: Location | null;
  /** An on-file contact that a code or an answer can be mailed to. */
  readonly reachable: boolean;
  readonly proofs: readonly IdentityProof[];
  readonly codesRequestedAt: readonly string[];
  readonly frozen: boolean;
  readonly pausedFor: 'identity' | 'clarification' | null;
  /** The civil date of the latest question to the person: a link to confirm, a code, proof of identity, a clarification. */
  readonly askedOn: CivilDate;
  readonly extended: boolean;
  readonly clockEvents: readonly ClockEvent[];
  /** What the dates in force were counted from; null while the facts are newer than it. */
  readonly computation: Computation | null;
  readonly findings: readonly ClockFinding[];
  /** Number 1 first. */
  readonly messages: readonly WrittenMessage[];
  readonly assignee: string | null;
  /** The civil date of the last event that moved the request: from when its next action has been waiting. */
  readonly movedOn: CivilDate;
}
