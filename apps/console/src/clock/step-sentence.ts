import type { ClockStep } from '#contracts/clock-view';
import { stepValues } from '#domain/clock/step-json';
import { sentenceKey, type DeadlineStep } from '#domain/clock/steps';
import type { Dates } from '../app/dates.js';
import type { Texts } from '../app/texts.js';

/** The steps of a date as one line: "Received 27 Oct → the month ends 27 Nov → next working day 30 Nov". */
export const stepSentence = (steps: readonly ClockStep[], { find, language }: Texts, dates: Dates): string =>
  steps
    .map((step) => find(sentenceKey(step as Pick<DeadlineStep, 'because'>), stepValues(step, language, dates.short)))
    .filter((part) => part !== null)
    .join(' → ');
