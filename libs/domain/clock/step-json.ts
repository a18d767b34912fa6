import type { Language } from '#domain/language';
import type { CivilDate } from '#domain/time-source';
import type { ClockSegment } from './segments.js';
import type { DeadlineStep, StepParams } from './steps.js';

type DatesAsText<T> = { readonly [K in keyof T]: T[K] extends Temporal.PlainDate | undefined ? CivilDate : T[K] };

/** A step as it is stored and sent: its dates as text, so that its sentence can be written later in any language. */
export interface StepJson {
  readonly rule: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly because: DeadlineStep['because'];
  readonly params: DatesAsText<StepParams>;
}

export const stepToJson = (step: DeadlineStep): StepJson =>
  JSON.parse(JSON.stringify({ ...step, params: step.params ?? {} })) as StepJson;

export const stepsToJson = ({ steps }: { readonly steps: readonly DeadlineStep[] }): StepJson[] =>
  steps.map(stepToJson);

/** What the texts of a step are written from. `params` may hold `undefined`, as what came over the wire does. */
interface WrittenStep {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly params: { readonly [K in keyof StepJson['params']]?: StepJson['params'][K] | undefined };
}

/**
 * The values of a step's ICU message, ready to format: dates through `formatDate`, holidays by name. The same values fit
 * the full text (`because`) and the short one (`sentenceKey`).
 */
export const stepValues = (
  { from, to, params }: WrittenStep,
  language: Language,
  formatDate: (date: CivilDate) => string,
): Readonly<Record<string, string | number>> => {
  const { length, days, reason, since, until, on, holidays } = params;
  return {
    from: formatDate(from),
    to: formatDate(to),
    ...(length !== undefined && { length }),
    ...(days !== undefined && { days }),
    ...(reason !== undefined && { reason }),
    ...(since !== undefined && { since: formatDate(since) }),
    ...(until !== undefined && { until: formatDate(until) }),
    ...(on !== undefined && { on: formatDate(on) }),
    ...(holidays !== undefined && { holidays: holidays.map((name) => name[language]).join(', ') }),
  };
};

/** A piece of the drawn clock as it is sent. */
export const segmentToJson = ({ kind, from, to, days }: ClockSegment) => ({
  kind,
  from: from.toString(),
  to: to.toString(),
  days,
});
