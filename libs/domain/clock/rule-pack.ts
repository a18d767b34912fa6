import type { CivilDate } from '#domain/time-source';

/**
 * How sure a rule is; a rule without a mark was read in its source. `unconfirmed`: from professional knowledge, to be
 * confirmed by counsel. `interpretation`: no authority fixes it, the reading is ours.
 */
export type Certainty = 'unconfirmed' | 'interpretation';

/**
 * Where a number comes from. `rule` names it in steps and texts (`clock.rule.<rule>`); `citation` is what the English text
 * says, so that who reads the numbers sees their sources (a test holds the two together).
 */
export interface Source {
  readonly rule: string;
  readonly citation: string;
  readonly certainty?: Certainty;
}

/** Months end on the same date number, or on the last day of a shorter month; days are simply added. */
export type PeriodUnit = 'month' | 'day' | 'working_day';

/** A length of 0 means at once. */
export interface Period {
  readonly length: number;
  readonly unit: PeriodUnit;
  readonly source: Source;
}

/** The law gives no number: the period is the one the controller has published, at most `ceiling` long. */
export interface PublishedPeriod {
  readonly ceiling: Period;
}

/** What a controller may have to ask the person before it can answer. */
export type QuestionTopic = 'identity' | 'clarification' | 'fee';

/**
 * What a question does to the clock, from the asking to the first sufficient answer.
 *
 * - `suspend`: it stands still; `half_open` counts the day of asking but not that of the answer, `inclusive` both.
 * - `restart`: the period starts when the answer arrives.
 * - `reflect`: the period starts when the person has had `days` days to think; silence withdraws the request.
 * - `none`: it runs on.
 */
export type QuestionEffect = { readonly source: Source } & (
  | { readonly effect: 'suspend'; readonly count: 'half_open' | 'inclusive' }
  | { readonly effect: 'restart' }
  | { readonly effect: 'reflect'; readonly days: number }
  | { readonly effect: 'none' }
);

export interface ExtensionRule {
  /**
   * Counted from the start of the period, never from the first due date. Null where the law gives no number: then the
   * date that the controller told the person (`ClockEvent.until`) is the limit.
   */
  readonly total: Period | null;
  readonly noticeWithin: Period;
  readonly source: Source;
}

/** The law has no extension. */
export interface NoExtension {
  readonly noticeWithin: null;
  readonly source: Source;
}

/** Days between two dates (`MM-DD`, both included, also over New Year) that a law does not count as working days. */
export interface ClosedDays {
  readonly from: string;
  readonly to: string;
}

/** A regime's clock as data. A new regime is a new file of rows; the engine never asks which regime it counts. */
export interface RulePack {
  /** Receipt starts the clock, and the day of receipt is not counted. */
  readonly start: Source;
  readonly answer: Period | PublishedPeriod;
  /** Granted once. */
  readonly extension: ExtensionRule | NoExtension;
  readonly questions: Readonly<Record<QuestionTopic, QuestionEffect>>;
  /**
   * What becomes of a last day that is not a working day. With `moves: false` another law may be read so that it moves,
   * and the earlier date is kept as the safe one. Null where nothing speaks of it.
   */
  readonly roll: { readonly moves: boolean; readonly source: Source } | null;
  /** Not working days in this law, besides those of the calendar. */
  readonly closedDays: readonly ClosedDays[];
  /** The limit for saying no, with reasons. `extendable` when an extension moves it too. Null where the law has none. */
  readonly refusal: { readonly within: Period; readonly extendable: boolean } | null;
  /** The law that takes silence after the due date for a refusal. */
  readonly silence: Source | null;
  /** The limit for confirming receipt; questions never move it. Null where the law asks for none. */
  readonly acknowledge: Period | null;
  /** The limit for deciding on an appeal against a refusal, from receipt of the appeal, and by how much it can grow. */
  readonly appeal: { readonly within: Period; readonly more: number } | null;
}

/** To which requests rules apply; what is left out does not matter. */
export interface Applicability {
  readonly receivedFrom?: CivilDate;
  readonly requestTypes?: readonly string[];
  /** ISO 3166-1 alpha-2 of the controller. */
  readonly countries?: readonly string[];
}

/** The rules of a regime: those of the first special case that applies, else the general ones. */
export interface RegimeRules {
  readonly special: readonly { readonly applies: Applicability; readonly rules: RulePack }[];
  readonly general: RulePack;
}
