import type { ChartProps } from './series.js';
import styles from './charts.module.css';

/** Which colour is what. The table beside the chart says the same without any. */
export const Legend = ({ series, level }: Pick<ChartProps, 'series' | 'level'>) => (
  <ul className={styles.legend}>
    {series.map(({ id, name, tone }) => (
      <li key={id}>
        <span className={styles.swatch} data-tone={tone} aria-hidden />
        {name}
      </li>
    ))}
    {level !== undefined && (
      <li>
        <span className={styles.swatch} data-tone="line" aria-hidden />
        {level.name}
      </li>
    )}
  </ul>
);
