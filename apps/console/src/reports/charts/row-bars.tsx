import { formatNumber } from '#texts/numbers';
import { useTexts } from '../../app/texts.js';
import styles from './charts.module.css';

interface RowBarsProps {
  readonly name: string;
  readonly rows: readonly { readonly id: string; readonly label: string; readonly value: number }[];
}

const ROW = 34;
/** Of a usual name; a longer one gets what it needs, and the bars what is left. */
const LABEL_WIDTH = 240;
const CHARACTER_WIDTH = 6.8;
const NUMBER_WIDTH = 56;
const WIDTH = 640;

/** One bar beside each name: for names too long to stand under a column. */
export const RowBars = ({ name, rows }: RowBarsProps) => {
  const { language } = useTexts();
  const most = Math.max(1, ...rows.map(({ value }) => value));
  const longest = Math.max(0, ...rows.map(({ label }) => label.length));
  const start = Math.min(Math.max(LABEL_WIDTH, 10 + longest * CHARACTER_WIDTH), WIDTH - 3 * NUMBER_WIDTH);
  const room = WIDTH - start - NUMBER_WIDTH;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${ROW * rows.length}`} className={styles.chart} role="img" aria-label={name}>
      {rows.map(({ id, label, value }, row) => (
        <g key={id} className={styles.axis}>
          <text x={start - 10} y={ROW * (row + 0.5)} dy="0.32em" textAnchor="end">
            {label}
          </text>
          <rect
            className={styles.part}
            data-tone="1"
            x={start}
            y={ROW * row + 7}
            width={Math.max(2, (room * value) / most)}
            height={ROW - 14}
          />
          <text x={start + Math.max(2, (room * value) / most) + 8} y={ROW * (row + 0.5)} dy="0.32em">
            {formatNumber(value, language)}
          </text>
        </g>
      ))}
    </svg>
  );
};
