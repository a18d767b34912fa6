import { earlierOf } from './dates.js';
import { stepFromJson, stepToJson, type StepJson } from './step-json.js';
import type { Deadlines } from './deadlines.js';
import type { ClockFacts } from './facts.js';
import type { CivilDate } from '#domain/time-source';

/** The last days that the law sets. While one of them stands still, or where there is none, it is null. */
export const LIMITS = ['due', 'firstDue', 'extensionNoticeBy', 'refusalNoticeBy', 'acknowledgeBy'] as const;

export type LimitName = (typeof LIMITS)[number];

export type LimitDates = Readonly<Record<LimitName, CivilDate | null>>;

/** By what a request was counted: the version of the rules with their arithmetic, and that of the table of holidays. */
export interface CountedBy {
  readonly engine: string;
  readonly calendar: string;
}

/**
 * One computation as it is kept for good: all that went in, by which versions, and every date with its steps. It can be
 * explained when the rules that made it are long gone. Dates only, so that nothing of it is about a person.
 */
export interface Computation extends CountedBy {
  readonly regime: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The type of request that the law has rules of its own for; absent when it was counted by the general ones. */
  readonly requestType?: string;
  readonly asOf: CivilDate;
  readonly facts: ClockFacts;
  readonly state: Deadlines['state'];
  readonly dates: LimitDates;
  /** `due` before it was moved to a working day. Absent, like `extensionValid`, from what was kept before they were. */
  readonly baseDue?: CivilDate | null;
  readonly extensionValid?: boolean | null;
  /** What `due` would be if the person answered on the day it was counted. */
  readonly frozenDue: CivilDate | null;
  /** The steps of each limit; what is counted just as the answer is not told twice. */
  readonly steps: Readonly<Partial<Record<LimitName, readonly StepJson[]>>>;
}

type Inputs = Pick<Computation, 'engine' | 'calendar' | 'regime' | 'country' | 'requestType' | 'asOf' | 'facts'>;

/** What a computation gave, in the form it is kept in. */
export const computationOf = (inputs: Inputs, deadlines: Deadlines): Computation => ({
  ...inputs,
  state: deadlines.state,
  dates: limitDatesOf(deadlines),
  baseDue: deadlines.baseDue?.toString() ?? null,
  extensionValid: deadlines.extensionValid,
  frozenDue: deadlines.frozenDue?.toString() ?? null,
  steps: stepsOf(deadlines),
});

export const limitDatesOf = (deadlines: Deadlines): LimitDates =>
  mapLimits((limit) => deadlines[limit]?.toString() ?? null);

/** The limits that two computations set on different days. */
export const differing = (one: LimitDates, other: LimitDates): readonly LimitName[] =>
  LIMITS.filter((limit) => one[limit] !== other[limit]);

/**
 * Deadlines with the dates and the explanation of a kept computation in place of those that were counted now. An extension
 * is judged by the rules of its own day, so its notice has the earlier of both dates. Days waited for and `frozenDue` grow
 * with every day that a pause lasts, so they are those of today.
 */
export const asKept = (kept: Computation, counted: Deadlines): Deadlines => {
  const dates = mapLimits((limit) => dateOf(kept.dates[limit]));
  const steps = (limit: LimitName) => (kept.steps[limit] ?? kept.steps.due ?? []).map(stepFromJson);
  return {
    ...counted,
    ...dates,
    state: kept.state,
    baseDue: kept.baseDue === undefined ? counted.baseDue : dateOf(kept.baseDue),
    extensionValid: kept.extensionValid === undefined ? counted.extensionValid : kept.extensionValid,
    extensionNoticeBy: earliest(dates.extensionNoticeBy, counted.extensionNoticeBy),
    steps: steps('due'),
    limitSteps: {
      firstDue: steps('firstDue'),
      extensionNoticeBy: steps('extensionNoticeBy'),
      refusalNoticeBy: steps('refusalNoticeBy'),
      acknowledgeBy: steps('acknowledgeBy'),
    },
  };
};

/** Of every limit the earlier date: what nobody is late by, whichever of the two turns out to hold. */
export const earlierDates = (one: Deadlines, other: Deadlines): Deadlines => ({
  ...one,
  ...mapLimits((limit) => earliest(one[limit], other[limit])),
});

const stepsOf = ({ steps, limitSteps }: Deadlines): Computation['steps'] => {
  const all = { due: steps, ...limitSteps };
  const told = LIMITS.map((limit) => [limit, all[limit].map(stepToJson)] as const);
  const [due] = told;
  return Object.fromEntries(told.filter((one) => one === due || JSON.stringify(one[1]) !== JSON.stringify(due?.[1])));
};

const mapLimits = <T>(of: (limit: LimitName) => T): Record<LimitName, T> => ({
  due: of('due'),
  firstDue: of('firstDue'),
  extensionNoticeBy: of('extensionNoticeBy'),
  refusalNoticeBy: of('refusalNoticeBy'),
  acknowledgeBy: of('acknowledgeBy'),
});

const dateOf = (text: CivilDate | null): Temporal.PlainDate | null => (text ? Temporal.PlainDate.from(text) : null);

const earliest = (one: Temporal.PlainDate | null, other: Temporal.PlainDate | null): Temporal.PlainDate | null =>
  one && other ? earlierOf(one, other) : (one ?? other);
