import type { ClockLimit, ClockStep, ClockView } from '#contracts/clock-view';
import type { CivilDate } from '#domain/time-source';

export type LimitName = 'due' | ClockLimit['limit'];

/** Limits that are counted by the same steps, so that these need telling only once. */
export interface CountedLimits {
  readonly limits: readonly LimitName[];
  readonly date: CivilDate | null;
  readonly steps: readonly ClockStep[];
  /** Counted like the answer, whose steps come first. */
  readonly alike: boolean;
}

/** All limits of a request, that of the answer first and by itself. */
export const countedLimits = ({ dueOn, steps, limits }: ClockView): readonly CountedLimits[] => {
  const ofAnswer = JSON.stringify(steps);
  const groups = Map.groupBy(limits, (limit) => JSON.stringify(limit.steps));
  return [
    { limits: ['due'], date: dueOn, steps, alike: false },
    ...[...groups].flatMap(([key, [first, ...others]]) =>
      first === undefined
        ? []
        : [
            {
              limits: [first, ...others].map(({ limit }) => limit),
              date: first.date,
              steps: first.steps,
              alike: key === ofAnswer,
            },
          ],
    ),
  ];
};
