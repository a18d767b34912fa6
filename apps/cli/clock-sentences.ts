import type { ClockAnswer } from '#contracts/clock-answer';
import { stepToJson, stepValues } from '#domain/clock/step-json';
import type { DeadlineStep } from '#domain/clock/steps';
import type { Language } from '#domain/language';
import type { CivilDate } from '#domain/time-source';
import { formatDate } from '#texts/dates';
import { translatorFor } from '#texts/load-messages';
import type { KeyOf } from '#texts/translator';

export type WriteStep = (step: DeadlineStep) => ClockAnswer['steps'][number];

/** A step names its texts as data: which values they need is known where the step was made, not here. */
type TranslateStep = (key: KeyOf<'clock'>, values: Readonly<Record<string, string | number>>) => string;

/** Writes the steps of an answer in one language. */
export const stepWriter = (language: Language): WriteStep => {
  const translate = translatorFor(language) as TranslateStep;
  const textOf = (key: string, values: Readonly<Record<string, string | number>>) =>
    translate(key as KeyOf<'clock'>, values);
  const dates = new Map<CivilDate, string>();
  const write = (date: CivilDate): string => {
    const written = dates.get(date) ?? formatDate(date, language, 'sentence');
    dates.set(date, written);
    return written;
  };
  return (step) => {
    const json = stepToJson(step);
    const { rule, from, to, because, certainty } = json;
    return {
      rule,
      from,
      to,
      because: [
        textOf(because, stepValues(json, language, write)),
        // Who reads only the sentence must not miss the doubt.
        ...(certainty ? [textOf(`clock.certainty.${certainty}`, {})] : []),
      ].join(' '),
      key: because.replace('clock.because.', ''),
      citation: textOf(`clock.rule.${rule}`, {}),
      ...(certainty && { certainty }),
    };
  };
};
