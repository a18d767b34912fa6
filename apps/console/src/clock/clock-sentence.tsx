import type { ClockView } from '#contracts/clock-view';
import { useDates, type Dates } from '../app/dates.js';
import { useTexts, type Texts } from '../app/texts.js';
import { daysFrom } from './clock-geometry.js';
import { Emphasised } from './emphasised.js';

const pausedFor = ({ segments, pausedDays }: ClockView): number =>
  segments.findLast(({ kind }) => kind === 'pause')?.days ?? pausedDays;

const sentenceOf = (clock: ClockView, { t }: Texts, dates: Dates): [sentence: string, part: string] => {
  const due = clock.dueOn === null ? '' : dates.inSentence(clock.dueOn);
  if (clock.state === 'paused' && clock.pausedSince !== null && clock.frozenDueOn !== null) {
    const frozen = dates.inSentence(clock.frozenDueOn);
    const since = dates.short(clock.pausedSince);
    return [t('clock.sentence.paused', { since, days: pausedFor(clock), due: frozen }), frozen];
  }
  if (clock.answeredOn !== null && clock.dueOn !== null) {
    const on = dates.inSentence(clock.answeredOn);
    const days = daysFrom(clock.answeredOn, clock.dueOn);
    if (days < 0) return [t('clock.sentence.answered_late', { on, days: -days }), on];
    return [t('clock.sentence.answered', { on, days }), on];
  }
  if (clock.state === 'stopped' || due === '') return [t('console.clock.stopped'), ''];
  if ((clock.daysLeft ?? 0) < 0) return [t('clock.sentence.overdue', { due }), due];
  return [t('clock.sentence.running', { due }), due];
};

/** Where the clock stands, in one sentence with its date in bold. */
export const ClockSentence = ({ clock }: { clock: ClockView }) => {
  const [sentence, part] = sentenceOf(clock, useTexts(), useDates());
  return <Emphasised sentence={sentence} part={part} />;
};
