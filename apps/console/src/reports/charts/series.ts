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

export interface ChartProps {
  /** Says what the chart shows, for whoever does not see it; the numbers are in the table beside it. */
  readonly name: string;
  /** Short, one per column. */
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  /** Over the whole width of the page. */
  readonly wide?: boolean;
}
