import type { Localised } from '#domain/language';
import type { Certainty, PeriodUnit, QuestionTopic, Source } from './rule-pack.js';

/** Why a step was taken. Each has a text under `clock.because.` and a short one under `clock.sentence.`. */
export const BECAUSES = [
  'receipt',
  'receipt_at_once',
  'same_date',
  'month_end',
  'days',
  'working_days',
  'published_period',
  'pause',
  'pause_open',
  'pause_ended',
  'restart',
  'restart_open',
  'restart_ended',
  'reflection',
  'reflection_open',
  'answered_before_start',
  'question_too_late',
  'question_without_effect',
  'extended',
  'extended_by_notice',
  'told_date',
  'told_no_date',
  'extension_late',
  'extension_repeated',
  'extension_unavailable',
  'roll',
  'roll_holiday',
  'not_moved',
  'deemed_withdrawn',
  'deemed_refused',
  'appeal',
] as const;

export type Because = (typeof BECAUSES)[number];

/** What the text of a step speaks of besides `from` and `to`. */
export interface StepParams {
  /** Length of the period in its unit. */
  readonly length?: number;
  readonly unit?: PeriodUnit;
  /** Days by which the period can still grow. */
  readonly more?: number;
  /** Days of standstill. */
  readonly days?: number;
  readonly reason?: QuestionTopic | 'both';
  /**
   * First day of a standstill, and the day on which the clock ran on (not counted). While it is open the day on which it
   * was looked at, and where the closing cut it off that day: both are counted where a law counts both ends.
   */
  readonly since?: Temporal.PlainDate;
  readonly until?: Temporal.PlainDate;
  /** The day of the event that the step is about. */
  readonly on?: Temporal.PlainDate;
  /** Public holidays that were passed over. */
  readonly holidays?: readonly Localised[];
}

/** One line of "how this date was counted". Each step starts where the one before it ended. */
export interface DeadlineStep {
  readonly rule: string;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly because: `clock.because.${Because}`;
  readonly params?: StepParams;
  /** How sure the rule is; absent when it was read in its source. Its words are under `clock.certainty.`. */
  readonly certainty?: Certainty;
}

/** A step from `from` to `to` by the rule of `source`. */
export const stepBy = (
  { rule, certainty }: Source,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  because: Because,
  params?: StepParams,
): DeadlineStep => ({
  rule,
  from,
  to,
  because: `clock.because.${because}`,
  ...(params && { params }),
  ...(certainty && { certainty }),
});

/** A rule as we read it, where its source does not settle the case: a mark that it has already is the stronger one. */
export const asReading = (source: Source): Source => ({ certainty: 'interpretation', ...source });

/** Key of the few words that stand for a step in the card's one sentence; the parts are joined by arrows. */
export const sentenceKey = ({ because }: Pick<DeadlineStep, 'because'>): string =>
  because.replace('clock.because.', 'clock.sentence.');
