import type { ClockStep } from '#contracts/clock-view';
import type { Dates } from '../app/dates.js';
import type { Texts } from '../app/texts.js';
import { stepValues } from '#domain/clock/step-json';

/** The steps of a date as one line: "Received 27 Oct → the month ends 27 Nov → next working day 30 Nov". */
export const stepSentence = (steps: readonly ClockStep[], { find, language }: Texts, dates: Dates): string =>
  steps
    .map((step) => {
      const key = step.because.replace('clock.because.', 'clock.sentence.');
      return find(key, stepValues(step, language, dates.short));
    })
    .filter((part) => part !== null)
    .join(' → ');
