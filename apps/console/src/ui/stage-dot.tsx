import type { Stage } from '#domain/request/stages';
import { useTexts } from '../app/texts.js';
import styles from './stage-dot.module.css';

/** A stage in its colour and its word. */
export const StageDot = ({ stage }: { stage: Stage }) => {
  const { t } = useTexts();
  return (
    <span className={styles.stage}>
      <span className={styles.dot} data-stage={stage} aria-hidden />
      {t(`common.stage.${stage}`)}
    </span>
  );
};
