import type { ClockView } from '#contracts/clock-view';
import { useTexts } from '../app/texts.js';
import styles from './clock-legend.module.css';

const KINDS = ['used', 'pause', 'left', 'extension', 'overdue'] as const;

/** What the colours of the bar mean, as far as they are in it. */
export const ClockLegend = ({ clock }: { clock: ClockView }) => {
  const { t } = useTexts();
  const kinds = KINDS.filter((kind) => clock.segments.some((segment) => segment.kind === kind));
  return (
    <ul className={styles.legend} aria-hidden>
      {kinds.map((kind) => (
        <li key={kind}>
          <span className={styles.swatch} data-kind={kind} />
          {t(`console.clock.segment.${kind}`)}
        </li>
      ))}
    </ul>
  );
};
