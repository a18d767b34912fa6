import { formatNumber } from '#texts/numbers';
import { useTexts } from '../../app/texts.js';
import styles from './charts.module.css';

interface RowBarsProps {
  readonly name: string;
  readonly rows: readonly { readonly id: string; readonly label: string; readonly value: number }[];
}

const ROW = 34;
const LABEL_WIDTH = 240;
const NUMBER_WIDTH = 56;
const WIDTH = 640;

/** One bar beside each name: for names too long to stand under a column. */
export const RowBars = ({ name, rows }: RowBarsProps) => {
  const { language } = useTexts();
  const most = Math.max(1, ...rows.map(({ value }) => value));
  const room = WIDTH - LABEL_WIDTH - NUMBER_WIDTH;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${ROW * rows.length}`} className={styles.chart} role="img" aria-label={name}>
      {rows.map(({ id, label, value }, row) => (
        <g key={id} className={styles.axis}>
          <text x={LABEL_WIDTH - 10} y={ROW * (row + 0.5)} dy="0.32em" textAnchor="end">
            {label}
          </text>
          <rect
            className={styles.part}
            data-tone="1"
            x={LABEL_WIDTH}
            y={ROW * row + 7}
            width={Math.max(2, (room * value) / most)}
            height={ROW - 14}
          />
          <text x={LABEL_WIDTH + Math.max(2, (room * value) / most) + 8} y={ROW * (row + 0.5)} dy="0.32em">
            {formatNumber(value, language)}
          </text>
        </g>
      ))}
    </svg>
  );
};
