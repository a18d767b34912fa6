import type { Language } from '#domain/language';
import type { CivilDate } from '#domain/time-source';
import type { Certainty } from './rule-pack.js';
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
  readonly certainty?: Certainty;
}

export const stepToJson = ({ rule, from, to, because, params = {}, certainty }: DeadlineStep): StepJson => ({
  rule,
  from: from.toString(),
  to: to.toString(),
  because,
  params: datesAsText(params),
  ...(certainty && { certainty }),
});

const datesAsText = (params: StepParams): StepJson['params'] =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      value instanceof Temporal.PlainDate ? value.toString() : (value as unknown),
    ]),
  );

const CIVIL_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The step as it was before `stepToJson`. Of its parameters, what is written like a date is one. */
export const stepFromJson = (step: StepJson): DeadlineStep =>
  ({
    ...step,
    from: Temporal.PlainDate.from(step.from),
    to: Temporal.PlainDate.from(step.to),
    params: Object.fromEntries(
      Object.entries(step.params).map(([name, value]) => [
        name,
        typeof value === 'string' && CIVIL_DATE.test(value) ? Temporal.PlainDate.from(value) : value,
      ]),
    ),
  }) as DeadlineStep;

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
  const { length, unit, more, days, reason, since, until, on, holidays } = params;
  return {
    from: formatDate(from),
    to: formatDate(to),
    // Steps of an extension stored before other laws were counted have no unit: theirs were months.
    ...(length !== undefined && { length, unit: unit ?? 'month' }),
    ...(more !== undefined && { more }),
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
