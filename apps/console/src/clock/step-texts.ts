import type { ClockStep } from '#contracts/clock-view';
import { stepValues } from '#domain/clock/step-json';
import type { Dates } from '../app/dates.js';
import type { Texts } from '../app/texts.js';

/** The whole sentence of a step. */
export const stepText = (step: ClockStep, { find, language }: Texts, dates: Dates): string =>
  find(step.because, stepValues(step, language, dates.inSentence)) ?? step.because;

/** The rule of a step, as it is cited. */
export const ruleText = ({ rule }: ClockStep, { find }: Texts): string => find(`clock.rule.${rule}`) ?? rule;

/** How sure the rule is; null where it was read in its source. */
export const certaintyText = ({ certainty }: ClockStep, { find }: Texts): string | null =>
  certainty === undefined ? null : find(`clock.certainty.${certainty}`);
