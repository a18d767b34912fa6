import { formatNumber } from '#texts/numbers';
import { useTexts } from '../../app/texts.js';
import styles from './charts.module.css';

/** The drawing area of a chart, in its own units; the picture grows with its box. */
export const PLOT = { width: 640, height: 240, left: 44, right: 8, top: 12, bottom: 26 } as const;

export const PLOT_WIDTH = PLOT.width - PLOT.left - PLOT.right;
export const PLOT_HEIGHT = PLOT.height - PLOT.top - PLOT.bottom;

interface AxisProps {
  readonly ticks: readonly number[];
  readonly y: (value: number) => number;
  readonly labels: readonly string[];
  /** Middle of the place of a label. */
  readonly x: (index: number) => number;
}

/** Most labels that stand beside each other without touching. */
const MOST_LABELS = 8;

/** Lines with their numbers, and what stands under the columns. */
export const Axis = ({ ticks, y, labels, x }: AxisProps) => {
  const { language } = useTexts();
  const every = Math.ceil(labels.length / MOST_LABELS);
  return (
    <g className={styles.axis}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={PLOT.left} x2={PLOT.width - PLOT.right} y1={y(tick)} y2={y(tick)} />
          <text x={PLOT.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
            {formatNumber(tick, language)}
          </text>
        </g>
      ))}
      {labels.map(
        (label, index) =>
          (labels.length - 1 - index) % every === 0 && (
            <text key={label} x={x(index)} y={PLOT.height - 6} textAnchor="middle">
              {label}
            </text>
          ),
      )}
    </g>
  );
};
