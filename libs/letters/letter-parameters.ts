import type { ReminderKind } from '#domain/clock/reminders';
import type { ControllerProfile } from '#domain/controller-profile';
import type { Localised } from '#domain/language';
import type { GroundId } from '#domain/law/grounds';
import type { Right } from '#domain/law/rights';
import type { ProcessingActivity } from '#domain/record-of-processing';
import type { CivilDate } from '#domain/time-source';

/** What every letter knows. Nothing else ever stands in a subject. */
export interface LetterBase {
  readonly controller: ControllerProfile;
  readonly reference: string;
}

/** What every decision knows besides. */
export interface DecisionBase extends LetterBase {
  readonly receivedOn: CivilDate;
  readonly writtenOn: CivilDate;
}

/** Why something is refused: a ground of the law and, where the law wants reasons, the facts in an officer's words. */
export interface RefusedPart {
  readonly ground: GroundId;
  readonly facts: string | null;
}

/** A decision that grants something; `refused` is empty when it grants everything. */
export interface GrantingDecision extends DecisionBase {
  readonly refused: readonly RefusedPart[];
}

export interface ErasedData {
  readonly register: Localised;
  readonly data: Localised;
  readonly method: 'deleted' | 'anonymised';
}

export interface KeptData {
  readonly register: Localised;
  readonly data: Localised;
  /** The law that keeps it, cited as in a letter. */
  readonly law: Localised;
  /** Null when the end is not a date yet, such as the end of a dispute. */
  readonly until: CivilDate | null;
}

export interface Correction {
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly correctedOn: CivilDate;
}

/** GDPR art. 18(1)(a)-(d). */
export type RestrictionCase = 'accuracy_contested' | 'unlawful' | 'legal_claim' | 'objection_pending';

/** One reason why staff are reminded: the date it is about, and what its sentence counts. */
export interface ReminderCause {
  readonly kind: Exclude<ReminderKind, 'ask_person'>;
  readonly date: CivilDate;
  readonly count: number;
}

/** What an officer should know in the morning, in the order in which it is told. */
export const DIGEST_SECTIONS = ['overdue', 'due_soon', 'findings', 'waiting', 'new', 'paused_long'] as const;

export interface DigestSection {
  readonly about: (typeof DIGEST_SECTIONS)[number];
  readonly count: number;
  /** Nobody counted further: there may be more than `count`. */
  readonly atLeast: boolean;
  /** The first of them, each with the date that matters. */
  readonly requests: readonly { readonly reference: string; readonly on: CivilDate; readonly link: string }[];
  /** How many are counted and not named. */
  readonly more: number;
}

/**
 * What each letter is made from. Links are absolute http(s) URLs; texts are put in as plain text whatever they hold.
 * No parameter is ever a personal identity code (Data Protection Act 1050/2018 s. 29(4)).
 */
export interface LetterParameters {
  acknowledgement: LetterBase & {
    readonly rights: readonly Right[];
    readonly receivedOn: CivilDate;
    readonly answerBy: CivilDate;
    /** Null when there is nothing to confirm, such as a request that came by letter. */
    readonly confirmLink: string | null;
  };
  challenge: LetterBase & {
    readonly link: string;
    readonly disownLink: string;
    readonly code: string;
    readonly validMinutes: number;
  };
  code: LetterBase & { readonly code: string; readonly validMinutes: number };
  'identity-request': LetterBase & {
    readonly askedOn: CivilDate;
    readonly doubt: string;
    readonly wanted: string;
    readonly link: string;
  };
  'clarification-request': LetterBase & {
    readonly askedOn: CivilDate;
    readonly question: string;
    readonly link: string;
  };
  'extension-notice': LetterBase & {
    readonly receivedOn: CivilDate;
    readonly answerBy: CivilDate;
    /** GDPR art. 12(3) knows these two grounds. */
    readonly grounds: readonly ('complexity' | 'number_of_requests')[];
    readonly explanation: string;
    readonly link: string;
  };
  'answer-ready': LetterBase & { readonly link: string; readonly availableUntil: CivilDate };
  'marketing-ban-confirmation': LetterBase & { readonly inForceOn: CivilDate };
  /** In the words of an officer. */
  message: LetterBase & { readonly words: string; readonly link: string };
  /** The person is asked once more. `question` in the words of the officer who asked. */
  'question-reminder': LetterBase & {
    readonly askedOn: CivilDate;
    readonly question: string;
    readonly link: string;
  };
  'challenge-reminder': LetterBase & {
    readonly askedOn: CivilDate;
    readonly link: string;
    readonly disownLink: string;
  };
  reminder: LetterBase & { readonly causes: readonly ReminderCause[]; readonly link: string };
  /** About no single request: its `reference` is its day, as people write it. */
  digest: LetterBase & { readonly sections: readonly DigestSection[]; readonly link: string };
  'disowned-alert': LetterBase & { readonly link: string };
  /** About no single request: its `reference` is the day on which reminders were found missing. */
  'missing-reminders': LetterBase & {
    readonly requests: readonly { readonly reference: string; readonly link: string }[];
  };

  'access-decision': GrantingDecision & {
    /** The day whose data the copy shows. */
    readonly dataOf: CivilDate;
    readonly activities: readonly ProcessingActivity[];
    readonly automatedDecisions: Localised | null;
  };
  'rectification-decision': GrantingDecision & {
    readonly corrections: readonly Correction[];
    /** True when the person's own statement was attached instead (GDPR art. 16, second sentence). */
    readonly statementAttached: boolean;
    readonly recipientsTold: readonly string[];
  };
  'erasure-decision': GrantingDecision & {
    readonly erased: readonly ErasedData[];
    readonly kept: readonly KeptData[];
    /** Last day on which a backup still holds the erased data. */
    readonly backupsGoneBy: CivilDate | null;
    readonly recipientsTold: readonly string[];
  };
  'restriction-decision': GrantingDecision & {
    readonly because: RestrictionCase;
    readonly scope: string;
    readonly inForceOn: CivilDate;
    readonly recipientsTold: readonly string[];
  };
  'portability-decision': GrantingDecision & {
    readonly dataOf: CivilDate;
    readonly formats: readonly string[];
    /** The controller the data was sent to directly, where that was feasible (GDPR art. 20(2)). */
    readonly sentTo: string | null;
  };
  'objection-decision': GrantingDecision & { readonly stopped: string; readonly inForceOn: CivilDate };
  'automated-decision-decision': GrantingDecision & {
    readonly reviewedOn: CivilDate;
    readonly reviewer: string;
    readonly result: 'upheld' | 'changed';
    readonly explanation: string;
  };
  'marketing-ban-decision': DecisionBase & {
    readonly inForceOn: CivilDate;
    /** Systems and partners that confirmed the ban. */
    readonly confirmedBy: readonly string[];
  };
  'nothing-held': DecisionBase & { readonly right: Right };
  refusal: DecisionBase & { readonly right: Right; readonly refused: readonly RefusedPart[] };
}

export type LetterId = keyof LetterParameters;
