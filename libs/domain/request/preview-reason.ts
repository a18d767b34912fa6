import { daysBetween, isAfter } from '#domain/clock/dates';
import type { Deadlines } from '#domain/clock/deadlines';
import type { Command } from './commands.js';

/** Why the dates become what a preview shows: one sentence each, `console.preview.because.<key>`. */
export const PREVIEW_REASONS = [
  'pauses',
  'starts_anew',
  'question_too_late',
  'question_changes_nothing',
  'stays_paused',
  'runs_on',
  'starts',
  'extended',
  'refusal_by',
  'refusal_late',
  'decided',
  'answered',
  'answered_late',
  'others_open',
  'withdrawn',
  'nothing',
] as const;

export interface PreviewReason {
  readonly key: (typeof PREVIEW_REASONS)[number];
  /** Days that the sentence speaks of: of standstill, to the last day, or past it. */
  readonly days?: number;
  /** The date that the sentence speaks of. */
  readonly on?: Temporal.PlainDate;
}

const QUESTIONS: readonly Command['type'][] = ['requestIdentity', 'requestClarification'];

/** Reads the reason off what the clock did; only a decision, which moves no date, is told by what was decided. */
export const reasonOf = (
  command: Command,
  before: Deadlines,
  after: Deadlines,
  today: Temporal.PlainDate,
): PreviewReason => {
  if (after.closing !== null) return ofClosing(after, after.closing);
  if (command.type === 'decideRight') return ofDecision(command.outcome, after, today);
  if (command.type === 'recordAnswer') return { key: 'others_open' };
  if (command.type === 'extendDeadline') return { key: 'extended' };
  return ofQuestion(QUESTIONS.includes(command.type), before, after);
};

const ofClosing = ({ due }: Deadlines, { by, on }: NonNullable<Deadlines['closing']>): PreviewReason => {
  if (by === 'withdrawn') return { key: 'withdrawn' };
  const days = due === null ? 0 : daysBetween(on, due);
  return days < 0 ? { key: 'answered_late', days: -days } : { key: 'answered', days };
};

/** GDPR art. 12(4): a refusal has a limit of its own, which an extension does not move. */
const ofDecision = (outcome: string, { refusalNoticeBy }: Deadlines, today: Temporal.PlainDate): PreviewReason => {
  if (outcome !== 'refused' || refusalNoticeBy === null) return { key: 'decided' };
  return { key: isAfter(today, refusalNoticeBy) ? 'refusal_late' : 'refusal_by', on: refusalNoticeBy };
};

const ofQuestion = (asks: boolean, before: Deadlines, after: Deadlines): PreviewReason => {
  if (after.state === 'paused') return { key: before.state === 'paused' ? 'stays_paused' : 'pauses' };
  if (after.state === 'not_started') return { key: before.state === 'not_started' ? 'stays_paused' : 'starts_anew' };
  if (before.state === 'paused') return { key: 'runs_on', days: after.pausedDays };
  if (before.state === 'not_started') return { key: 'starts' };
  if (!asks) return { key: 'nothing' };
  const late = after.steps.some(({ because }) => because === 'clock.because.question_too_late');
  return { key: late ? 'question_too_late' : 'question_changes_nothing' };
};
