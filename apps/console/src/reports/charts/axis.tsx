import { formatNumber } from '#texts/numbers';
import { useTexts } from '../../app/texts.js';
import type { Plot } from './plot.js';
import styles from './charts.module.css';

interface AxisProps {
  readonly plot: Plot;
  readonly ticks: readonly number[];
  readonly labels: readonly string[];
}

/** Room that a label needs so that it does not touch the next one. */
const LABEL_WIDTH = 76;

/** Lines with their numbers, and what stands under the columns; the last column always has its label. */
export const Axis = ({ plot, ticks, labels }: AxisProps) => {
  const { language } = useTexts();
  const every = Math.ceil(LABEL_WIDTH / plot.slot);
  const bottom = ticks[0] ?? 0;
  const top = ticks.at(-1) ?? 1;
  return (
    <g className={styles.axis}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={plot.left} x2={plot.right} y1={plot.y(tick, bottom, top)} y2={plot.y(tick, bottom, top)} />
          <text x={plot.left - 8} y={plot.y(tick, bottom, top)} dy="0.32em" textAnchor="end">
            {formatNumber(tick, language)}
          </text>
        </g>
      ))}
      {labels.map(
        (label, column) =>
          (labels.length - 1 - column) % every === 0 && (
            <text key={`${label} ${plot.x(column)}`} x={plot.x(column)} y={plot.height - 6} textAnchor="middle">
              {label}
            </text>
          ),
      )}
    </g>
  );
};
