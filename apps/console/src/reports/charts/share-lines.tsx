import { Axis } from './axis.js';
import { Legend } from './legend.js';
import { plotOf } from './plot.js';
import { shareTicks } from './scale.js';
import type { ChartProps, Series } from './series.js';
import styles from './charts.module.css';

/** The line goes on over months that have no share. */
const pointsOf = ({ values }: Series): (readonly [column: number, value: number])[] =>
  values.flatMap((value, column) => (value === null ? [] : [[column, value] as const]));

/** Shares over time, in per cent. */
export const ShareLines = ({ name, labels, series, level, wide = false }: ChartProps) => {
  const plot = plotOf(labels.length, wide);
  const shares = series.flatMap(({ values }) => values.filter((value) => value !== null));
  const ticks = shareTicks(level === undefined ? shares : [...shares, level.value]);
  const y = (value: number): number => plot.y(value, ticks[0] ?? 0, 100);
  return (
    <>
      <svg viewBox={`0 0 ${plot.width} ${plot.height}`} className={styles.chart} role="img" aria-label={name}>
        <Axis plot={plot} ticks={ticks} labels={labels} />
        {series.map((one) => (
          <g key={one.id} className={styles.line} data-tone={one.tone}>
            <polyline
              points={pointsOf(one)
                .map(([column, value]) => `${plot.x(column)},${y(value)}`)
                .join(' ')}
            />
            {pointsOf(one).map(([column, value]) => (
              <circle key={column} cx={plot.x(column)} cy={y(value)} r={4} />
            ))}
          </g>
        ))}
        {level !== undefined && (
          <line className={styles.level} x1={plot.left} x2={plot.right} y1={y(level.value)} y2={y(level.value)} />
        )}
      </svg>
      <Legend series={series} level={level} />
    </>
  );
};
