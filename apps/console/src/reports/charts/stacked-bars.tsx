import { Axis, PLOT, PLOT_HEIGHT, PLOT_WIDTH } from './axis.js';
import { Legend } from './legend.js';
import { niceScale } from './scale.js';
import type { ChartProps } from './series.js';
import styles from './charts.module.css';

interface StackedBarsProps extends ChartProps {
  /** A value that a line is drawn at across the chart, such as the pace of a week. */
  readonly level?: { readonly value: number; readonly name: string };
}

const BAR = 0.62;

/** Columns whose parts stand on each other. */
export const StackedBars = ({ name, labels, series, level }: StackedBarsProps) => {
  const totals = labels.map((_, column) => series.reduce((sum, { values }) => sum + (values[column] ?? 0), 0));
  const { top, ticks } = niceScale(Math.max(...totals, level?.value ?? 0));
  const y = (value: number): number => PLOT.top + PLOT_HEIGHT * (1 - value / top);
  const slot = PLOT_WIDTH / Math.max(1, labels.length);
  const x = (column: number): number => PLOT.left + slot * (column + 0.5);
  const width = Math.min(48, slot * BAR);
  return (
    <>
      <svg viewBox={`0 0 ${PLOT.width} ${PLOT.height}`} className={styles.chart} role="img" aria-label={name}>
        <Axis ticks={ticks} y={y} labels={labels} x={x} />
        {labels.map((label, column) => {
          let below = 0;
          return (
            <g key={label}>
              {series.map(({ id, tone, values }) => {
                const value = values[column] ?? 0;
                below += value;
                return (
                  value > 0 && (
                    <rect
                      key={id}
                      className={styles.part}
                      data-tone={tone}
                      x={x(column) - width / 2}
                      width={width}
                      y={y(below)}
                      height={y(below - value) - y(below)}
                    />
                  )
                );
              })}
            </g>
          );
        })}
        {level !== undefined && (
          <line
            className={styles.level}
            x1={PLOT.left}
            x2={PLOT.width - PLOT.right}
            y1={y(level.value)}
            y2={y(level.value)}
          />
        )}
      </svg>
      <Legend
        series={level === undefined ? series : [...series, { id: 'level', name: level.name, tone: 'line', values: [] }]}
      />
    </>
  );
};
