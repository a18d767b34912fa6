import type { Localised } from '#domain/language';
import type { PauseReason } from './rule-pack.js';

/** Why a step was taken. Each has a text under `clock.because.` and a short one under `clock.sentence.`. */
export type Because =
  | 'receipt'
  | 'same_date'
  | 'month_end'
  | 'days'
  | 'working_days'
  | 'pause'
  | 'pause_open'
  | 'question_too_late'
  | 'extended'
  | 'extension_late'
  | 'extension_repeated'
  | 'extension_unavailable'
  | 'roll'
  | 'roll_holiday';

/** What the text of a step speaks of besides `from` and `to`. */
export interface StepParams {
  /** Length of the period in its unit. */
  readonly length?: number;
  /** Days of standstill. */
  readonly days?: number;
  readonly reason?: PauseReason | 'both';
  /** First day of a standstill, and the day it ended (not counted). */
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
}

/** Key of the few words that stand for a step in the card's one sentence; the parts are joined by arrows. */
export const sentenceKey = (step: DeadlineStep): string => step.because.replace('clock.because.', 'clock.sentence.');
