import type { ClockView } from '#contracts/clock-view';
import type { Dates } from '../app/dates.js';
import type { Texts } from '../app/texts.js';
import { daysFrom } from './clock-geometry.js';

/** A sentence and the part of it that is set in bold. */
type Sentence = readonly [sentence: string, part: string];

const pausedFor = ({ segments, pausedDays }: ClockView): number =>
  segments.findLast(({ kind }) => kind === 'pause')?.days ?? pausedDays;

const ofStopped = ({ closing, dueOn }: ClockView, { t }: Texts, dates: Dates): Sentence => {
  if (closing === null) return [t('console.clock.stopped'), ''];
  const on = dates.inSentence(closing.on);
  if (closing.by === 'refused') return [t('clock.sentence.refused', { on }), on];
  if (closing.by === 'withdrawn') return [t('clock.sentence.withdrawn', { on }), on];
  if (dueOn === null) return [t('console.clock.answered', { on }), on];
  const days = daysFrom(closing.on, dueOn);
  return days < 0
    ? [t('clock.sentence.answered_late', { on, days: -days }), on]
    : [t('clock.sentence.answered', { on, days }), on];
};

const ofWaiting = (clock: ClockView, { t }: Texts, dates: Dates): Sentence => {
  const due = clock.frozenDueOn === null ? '–' : dates.inSentence(clock.frozenDueOn);
  const since = clock.pausedSince === null ? '–' : dates.short(clock.pausedSince);
  return clock.state === 'not_started'
    ? [t('console.clock.notStarted', { since, due }), due]
    : [t('clock.sentence.paused', { since, days: pausedFor(clock), due }), due];
};

/** Where the clock stands, in one sentence. */
export const whereClockStands = (clock: ClockView, texts: Texts, dates: Dates): Sentence => {
  const { t } = texts;
  if (clock.state === 'stopped') return ofStopped(clock, texts, dates);
  if (clock.state === 'paused' || clock.state === 'not_started') return ofWaiting(clock, texts, dates);
  if (clock.dueOn === null) return [t('console.clock.undated'), ''];
  const due = dates.inSentence(clock.dueOn);
  return (clock.daysLeft ?? 0) < 0
    ? [t('clock.sentence.overdue', { due }), due]
    : [t('clock.sentence.running', { due }), due];
};
