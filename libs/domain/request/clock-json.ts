import type { Deadlines } from '#domain/clock/deadlines';
import type { DeadlineStep, StepParams } from '#domain/clock/steps';
import type { ClockSegment } from '#domain/clock/segments';
import type { CivilDate } from '#domain/time-source';

type DatesAsText<T> = { readonly [K in keyof T]: T[K] extends Temporal.PlainDate | undefined ? CivilDate : T[K] };

/** A step as it is stored and sent: its dates as text. */
export interface StepJson {
  readonly rule: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly because: DeadlineStep['because'];
  readonly params: DatesAsText<StepParams>;
}

export const stepToJson = (step: DeadlineStep): StepJson =>
  JSON.parse(JSON.stringify({ ...step, params: step.params ?? {} })) as StepJson;

/** Reads a stored or sent step back, so that its sentence can be written in any language. */
export const stepFromJson = ({ rule, from, to, because, params }: StepJson): DeadlineStep => {
  const { since, until, on, ...rest } = params;
  return {
    rule,
    from: Temporal.PlainDate.from(from),
    to: Temporal.PlainDate.from(to),
    because,
    params: {
      ...rest,
      ...(since !== undefined && { since: Temporal.PlainDate.from(since) }),
      ...(until !== undefined && { until: Temporal.PlainDate.from(until) }),
      ...(on !== undefined && { on: Temporal.PlainDate.from(on) }),
    },
  };
};

export const stepsToJson = ({ steps }: Deadlines): StepJson[] => steps.map(stepToJson);

export const segmentToJson = ({ kind, from, to, days }: ClockSegment) => ({
  kind,
  from: from.toString(),
  to: to.toString(),
  days,
});
