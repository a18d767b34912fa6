import { median, rounded } from '#test/bench/statistics';
import type { Figure, Target } from '#test/bench/bench';

/** A figure as it is printed with `--json`: one object per line. */
export interface FigureLine {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly floor?: number;
  readonly ratio?: number;
  readonly repeats: number;
  /** Least and greatest value of the repeats. */
  readonly spread: readonly [least: number, greatest: number];
  readonly target?: Target;
  readonly ratioTarget?: Target;
  /** Null where no target is set. */
  readonly met: boolean | null;
  readonly details?: Figure['details'];
}

const reaches = (value: number | undefined, target: Target | undefined): boolean | null => {
  if (value === undefined || target === undefined) return null;
  return value >= (target.atLeast ?? -Infinity) && value <= (target.atMost ?? Infinity);
};

/** Null when nothing was asked, otherwise whether everything asked holds. */
const together = (...verdicts: readonly (boolean | null)[]): boolean | null => {
  const asked = verdicts.filter((verdict) => verdict !== null);
  return asked.length === 0 ? null : asked.every(Boolean);
};

export const lineOf = (figure: Figure): FigureLine => {
  const { name, unit, values, floor, target, ratioTarget, details } = figure;
  const value = median(values);
  const ratio = floor === undefined ? undefined : value / floor;
  return {
    name,
    value: rounded(value),
    unit,
    ...(floor !== undefined && { floor: rounded(floor) }),
    ...(ratio !== undefined && { ratio: Number(ratio.toFixed(2)) }),
    repeats: values.length,
    spread: [rounded(Math.min(...values)), rounded(Math.max(...values))],
    ...(target && { target }),
    ...(ratioTarget && { ratioTarget }),
    met: together(reaches(value, target), reaches(ratio, ratioTarget)),
    ...(details && { details }),
  };
};

const written = (value: number): string => value.toLocaleString('en');

const wish = (target: Target | undefined, of: string): string[] => [
  ...(target?.atLeast === undefined ? [] : [`≥ ${written(target.atLeast)}${of}`]),
  ...(target?.atMost === undefined ? [] : [`≤ ${written(target.atMost)}${of}`]),
];

const VERDICTS = new Map<boolean | null, string>([
  [true, 'met'],
  [false, 'MISSED'],
  [null, ''],
]);

/** One row of the table: what, value, spread, ratio, target, verdict. */
const rowOf = (figure: Figure): readonly string[] => {
  const { value, unit, spread, ratio, target, ratioTarget, met } = lineOf(figure);
  return [
    figure.what,
    `${written(value)} ${unit}`,
    figure.values.length > 1 ? `${written(spread[0])} – ${written(spread[1])}` : '',
    ratio === undefined ? '' : ratio.toFixed(2),
    [...wish(target, ''), ...wish(ratioTarget, ' ×')].join(', '),
    VERDICTS.get(met) ?? '',
  ];
};

const HEAD = ['what', 'median', 'spread', 'ratio', 'target', ''];

/** The figures as a Markdown table that lines up in a terminal too. */
export const tableOf = (figures: readonly Figure[]): string => {
  const rows = [HEAD, ...figures.map(rowOf)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(HEAD), rule, ...rows.slice(1).map(line)].join('\n');
};
