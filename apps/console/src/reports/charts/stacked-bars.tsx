import { Axis } from './axis.js';
import { Legend } from './legend.js';
import { plotOf } from './plot.js';
import { niceScale } from './scale.js';
import type { ChartProps } from './series.js';
import styles from './charts.module.css';

const BAR = 0.62;
const WIDEST_BAR = 48;

/** Columns whose parts stand on each other. */
export const StackedBars = ({ name, labels, series, level, wide = false }: ChartProps) => {
  const totals = labels.map((_, column) => series.reduce((sum, { values }) => sum + (values[column] ?? 0), 0));
  const { top, ticks } = niceScale(Math.max(...totals, level?.value ?? 0));
  const plot = plotOf(labels.length, wide);
  const y = (value: number): number => plot.y(value, 0, top);
  const width = Math.min(WIDEST_BAR, plot.slot * BAR);
  return (
    <>
      <svg viewBox={`0 0 ${plot.width} ${plot.height}`} className={styles.chart} role="img" aria-label={name}>
        <Axis plot={plot} ticks={ticks} labels={labels} />
        {labels.map((_, column) => {
          let below = 0;
          return (
            <g key={plot.x(column)}>
              {series.map(({ id, tone, values }) => {
                const value = values[column] ?? 0;
                below += value;
                return (
                  value > 0 && (
                    <rect
                      key={id}
                      className={styles.part}
                      data-tone={tone}
                      x={plot.x(column) - width / 2}
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
          <line className={styles.level} x1={plot.left} x2={plot.right} y1={y(level.value)} y2={y(level.value)} />
        )}
      </svg>
      <Legend series={series} level={level} />
    </>
  );
};
