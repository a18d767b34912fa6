/** Colours of a chart, by what they mean or by their place. */
export type Tone = 'good' | 'bad' | 'open' | 'line' | `${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`;

/** One row of values over all columns of a chart. */
export interface Series {
  readonly id: string;
  readonly name: string;
  readonly tone: Tone;
  /** Null where there is nothing to show. */
  readonly values: readonly (number | null)[];
}

/** A value that a line is drawn at across a chart, such as the pace of a week or a goal. */
interface Level {
  readonly value: number;
  readonly name: string;
}

export interface ChartProps {
  /** Says what the chart shows, for whoever does not see it; the numbers are in the table beside it. */
  readonly name: string;
  /** Short, one per column. */
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  readonly level?: Level | undefined;
  /** Over the whole width of the page. */
  readonly wide?: boolean;
}
