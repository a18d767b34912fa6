/** What a figure should reach; says nothing where nobody has set a target. */
export interface Target {
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** One figure: a value per repeat, what the value is set against, and under which settings it was measured. */
export interface Figure {
  /** Unique among all figures: the bench, and its part after a full stop. */
  readonly name: string;
  /** In words, for the table. */
  readonly what: string;
  readonly unit: string;
  readonly values: readonly number[];
  readonly target?: Target;
  /** The same quantity of what this is compared with, measured in the same run. */
  readonly floor?: number;
  /** For `ratio`, which is `value / floor`. */
  readonly ratioTarget?: Target;
  /** What a reader needs to measure it again: sizes, settings, and further figures of the same run. */
  readonly details?: Readonly<Record<string, string | number | boolean>>;
}

/** What a bench is given. */
export interface BenchRun {
  /** Seconds instead of minutes: proves that the work is done, says nothing about speed. */
  readonly quick: boolean;
  readonly repeats: number;
  /** Progress, one line; standard output belongs to the figures. */
  readonly say: (line: string) => void;
  readonly report: (figure: Figure) => void;
  /** What several benches need and one of them opens: the same thing for all, let go of at the end of the run. */
  readonly share: <T>(name: string, open: (end: AsyncDisposableStack) => Promise<T>) => Promise<T>;
}

export interface Bench {
  /** What `--only` names. */
  readonly name: string;
  /** One sentence for `--list`. */
  readonly measures: string;
  /** Throws when the work that was timed had not really been done. */
  readonly run: (run: BenchRun) => Promise<void>;
}

/** The work that was timed was not done, or not all of it: the figure would be worth nothing. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

/** Throws `InvariantError` unless the condition holds. `claim` says what should be so. */
export function insist(condition: boolean, claim: string): asserts condition {
  if (!condition) throw new InvariantError(`It does not hold that ${claim}.`);
}
