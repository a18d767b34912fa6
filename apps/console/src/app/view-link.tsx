import { Link } from '@tanstack/react-router';
import type { QueueView } from '#contracts/queue';
import { countText } from '../queue/count-text.js';
import { DEFAULT_VIEW } from '../queue/queue-search.js';
import { VIEW_ICONS } from '../queue/queue-views.js';
import { useTexts } from './texts.js';
import styles from './side-bar.module.css';

/** One view of the queue. A red number means that something is late, so a zero is never red. */
export const ViewLink = ({ view, count }: { view: QueueView; count: number | undefined }) => {
  const { t, language } = useTexts();
  const Icon = VIEW_ICONS[view];
  const name = t(`console.view.${view}`);
  return (
    <Link
      to="/queue"
      search={{ view: view === DEFAULT_VIEW ? undefined : view, saved: undefined }}
      // Without it the link of the default view, which names none, would be current in every view.
      activeOptions={{ explicitUndefined: true }}
      className={styles.view}
      title={name}
    >
      <Icon aria-hidden size={18} stroke={1.7} />
      <span className={styles.label}>{name}</span>
      {count !== undefined && (
        <span className={styles.count} data-alarm={view === 'overdue' && count > 0}>
          {countText(count, language)}
        </span>
      )}
    </Link>
  );
};
