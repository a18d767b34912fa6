import type { NextActionView } from '#contracts/queue';
import { useDates } from '../../app/dates.js';
import { useTexts } from '../../app/texts.js';
import styles from './cells.module.css';

/** What happens next, who has it, and by when. */
export const NextActionCell = ({ nextAction: { action, by, on } }: { nextAction: NextActionView }) => {
  const { t } = useTexts();
  const dates = useDates();
  return (
    <>
      <span className={styles.main}>{t(`console.action.${action}`)}</span>
      <span className={styles.minor}>
        {by !== 'nobody' && t(`console.by.${by}`)}
        {on !== null && (
          <>
            {' · '}
            <time dateTime={on}>{dates.short(on)}</time>
          </>
        )}
      </span>
    </>
  );
};
