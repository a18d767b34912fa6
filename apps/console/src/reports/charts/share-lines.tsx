import { Axis, PLOT, PLOT_HEIGHT, PLOT_WIDTH } from './axis.js';
import { Legend } from './legend.js';
import type { ChartProps, Series } from './series.js';
import styles from './charts.module.css';

const TICKS = [0, 25, 50, 75, 100] as const;

/** The line goes on over months that have no share. */
const pointsOf = ({ values }: Series): (readonly [column: number, value: number])[] =>
  values.flatMap((value, column) => (value === null ? [] : [[column, value] as const]));

/** Shares over time, from 0 to 100 per cent: the scale never begins higher, which would make small changes look large. */
export const ShareLines = ({ name, labels, series }: ChartProps) => {
  const y = (value: number): number => PLOT.top + PLOT_HEIGHT * (1 - value / 100);
  const slot = PLOT_WIDTH / Math.max(1, labels.length);
  const x = (column: number): number => PLOT.left + slot * (column + 0.5);
  return (
    <>
      <svg viewBox={`0 0 ${PLOT.width} ${PLOT.height}`} className={styles.chart} role="img" aria-label={name}>
        <Axis ticks={TICKS} y={y} labels={labels} x={x} />
        {series.map((one) => (
          <g key={one.id} className={styles.line} data-tone={one.tone}>
            <polyline
              points={pointsOf(one)
                .map(([column, value]) => `${x(column)},${y(value)}`)
                .join(' ')}
            />
            {pointsOf(one).map(([column, value]) => (
              <circle key={column} cx={x(column)} cy={y(value)} r={4} />
            ))}
          </g>
        ))}
      </svg>
      <Legend series={series} />
    </>
  );
};
