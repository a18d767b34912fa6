import { Link } from '@tanstack/react-router';
import { useTexts } from '../app/texts.js';
import { DEFAULT_VIEW, type QueueSearch } from './queue-search.js';
import styles from './queue-page.module.css';

/** Nothing in the view: said in its own words, with the way on when a filter is the reason. */
export const QueueEmpty = ({ search }: { search: QueueSearch }) => {
  const { t } = useTexts();
  const { right, ...others } = search;
  if (right === undefined) {
    return (
      <div className={styles.empty}>
        <p>{t(`console.queue.empty.${search.view ?? DEFAULT_VIEW}`)}</p>
      </div>
    );
  }
  return (
    <div className={styles.empty}>
      <p>{t('console.queue.noMatch', { right: t(`common.right.${right}`) })}</p>
      <Link to="/queue" search={others}>
        {t('console.queue.clearFilter')}
      </Link>
    </div>
  );
};
