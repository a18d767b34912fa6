import { Link } from '@tanstack/react-router';
import { useTexts } from '../app/texts.js';
import { countText } from './count-text.js';
import { useCounts } from './use-counts.js';
import styles from './queue-page.module.css';

const STATS = [
  { view: 'overdue', tone: 'overdue' },
  { view: 'due_in_7_days', tone: 'soon' },
  { view: 'paused', tone: 'paused' },
] as const;

/** What presses, at a glance, each leading to its view. Nothing to worry about has no colour. */
export const QueueStats = () => {
  const { t, language } = useTexts();
  const counts = useCounts();
  if (counts === undefined) return null;
  return (
    <nav aria-label={t('console.queue.stats')} className={styles.stats}>
      {STATS.map(({ view, tone }) => (
        <Link
          key={view}
          to="/queue"
          search={{ view }}
          className={styles.stat}
          data-tone={counts[view] > 0 ? tone : 'none'}
        >
          <strong>{countText(counts[view], language)}</strong>
          {t(`console.queue.stat.${view}`)}
        </Link>
      ))}
    </nav>
  );
};
