import type { Language, Localised } from '#domain/language';
import type { Right } from '#domain/law/rights';
import type { RecordOfProcessing } from '#domain/record-of-processing';
import type { CivilDate } from '#domain/time-source';
import type { Ending } from '#domain/request/vocabulary';
import type { Stage } from '#domain/request/stages';
import type { ClockStep, ClockView } from './clock-view.js';

/** What stands on every page of the portal. */
export interface PortalFrame {
  readonly language: Language;
  readonly controller: {
    readonly name: string;
    readonly email: string;
    readonly phone: string;
    readonly address: string;
  };
  /** This page's path without its language, so that the language links stay on the same page. */
  readonly path: string;
}

/** A field that does not hold, by name; `problem` ends the text key `portal.problem.<problem>`. */
export interface FieldProblem {
  readonly field: string;
  readonly problem: string;
}

export interface StatusRight {
  readonly right: Right;
  readonly stage: Stage;
  readonly ending: Ending | null;
  readonly answeredOn: CivilDate | null;
}

export interface AnswerFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** The model of each page the portal shows; the controllers fill them, `apps/portal/pages` draws them. */
export interface PortalPages {
  /** `intro` is what the organisation says in its own words. */
  start: { readonly intro: Localised | null };
  rights: { readonly values: { rights: readonly Right[]; words: string }; readonly problems: readonly FieldProblem[] };
  person: {
    readonly values: { name: string; email: string; phone: string; customerNumber: string };
    readonly problems: readonly FieldProblem[];
  };
  check: {
    readonly rights: readonly Right[];
    readonly words: string;
    readonly name: string;
    readonly email: string;
    readonly phone: string;
    readonly customerNumber: string;
  };
  received: {
    readonly reference: string;
    readonly secretCode: string;
    readonly rights: readonly Right[];
    readonly receivedOn: CivilDate;
    /** Null where there is no date to promise. */
    readonly dueOn: CivilDate | null;
    readonly steps: readonly ClockStep[];
    readonly mailed: boolean;
  };
  /** The page behind the mailed confirmation link: the secret code is typed, then posted. */
  confirm: { readonly action: string; readonly problems: readonly FieldProblem[] };
  confirmed: Record<never, never>;
  /** The neutral page behind the mailed challenge: the mailed code is typed; or a new one asked; or "it was not me". */
  verify: {
    readonly action: string;
    readonly newCodeAction: string;
    readonly notMeAction: string;
    readonly problems: readonly FieldProblem[];
    readonly newCodeSent: boolean;
  };
  verified: Record<never, never>;
  /** "It was not me" asks once more before it freezes the request. */
  'not-me': { readonly action: string };
  disowned: Record<never, never>;
  follow: { readonly values: { reference: string }; readonly problems: readonly FieldProblem[] };
  status: {
    readonly reference: string;
    readonly receivedOn: CivilDate;
    readonly clock: ClockView['state'];
    /** Null while the clock waits for the person, and where the law gives no date. */
    readonly dueOn: CivilDate | null;
    /** Since when the person is waited for. */
    readonly pausedSince: CivilDate | null;
    readonly closed: boolean;
    readonly waitsForConfirmation: boolean;
    readonly rights: readonly StatusRight[];
    readonly steps: readonly ClockStep[];
    readonly canWithdraw: boolean;
  };
  withdraw: { readonly reference: string };
  withdrawn: { readonly reference: string };
  /** Behind the mailed answer link: asks for the secret code of the receipt. */
  unlock: { readonly action: string; readonly problems: readonly FieldProblem[] };
  answer: {
    readonly reference: string;
    readonly right: Right;
    readonly outcome: Ending;
    /** The letter as plain text, its lines as they stand; the file of the letter has its full form. */
    readonly letterText: string;
    readonly files: readonly AnswerFile[];
    readonly downloadAction: string;
    readonly availableUntil: CivilDate;
  };
  /** The same words for a link that never was, has been used, or has run out. */
  'link-ended': Record<never, never>;
  problem: {
    readonly kind: 'not-found' | 'too-many' | 'session-ended' | 'refused' | 'failed';
    readonly tryAgainAt: string | null;
  };
  accessibility: Record<never, never>;
  /** `contact` is whom to ask about personal data, as the controller writes it. */
  privacy: { readonly record: RecordOfProcessing; readonly contact: string };
}

export type PortalPageName = keyof PortalPages;

/** Every address of the portal below `/<language>`; parameters begin with a colon. */
export const PORTAL_PATHS = {
  start: '',
  rights: '/request/rights',
  person: '/request/person',
  check: '/request/check',
  received: '/request/received',
  confirm: '/confirm/:link',
  verify: '/verify/:link',
  newCode: '/verify/:link/new-code',
  notMe: '/verify/:link/not-me',
  follow: '/follow',
  status: '/status',
  withdraw: '/status/withdraw',
  answer: '/answer/:link',
  answerPage: '/status/answer/:right',
  download: '/status/answer/:right/download',
  accessibility: '/accessibility',
  privacy: '/privacy',
} as const;
