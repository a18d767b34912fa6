import type { ClockView } from '#contracts/clock-view';
import { useDates } from '../app/dates.js';
import { useTexts } from '../app/texts.js';
import { Emphasised } from './emphasised.js';
import { whereClockStands } from './where-clock-stands.js';

/** Where the clock stands, in one sentence with its date in bold. */
export const ClockSentence = ({ clock }: { clock: ClockView }) => {
  const [sentence, part] = whereClockStands(clock, useTexts(), useDates());
  return <Emphasised sentence={sentence} part={part} />;
};
