import type { Series } from './series.js';
import styles from './charts.module.css';

/** Which colour is what. The table beside the chart says the same without any. */
export const Legend = ({ series }: { series: readonly Series[] }) => (
  <ul className={styles.legend}>
    {series.map(({ id, name, tone }) => (
      <li key={id}>
        <span className={styles.swatch} data-tone={tone} aria-hidden />
        {name}
      </li>
    ))}
  </ul>
);
