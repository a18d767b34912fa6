import type { QueuePage } from '#contracts/queue';
import { useDates } from '../app/dates.js';
import { useTexts } from '../app/texts.js';
import { countText } from './count-text.js';
import styles from './queue-page.module.css';

interface QueueSummaryProps {
  readonly pages: readonly QueuePage[] | undefined;
  /** The last attempt failed, so the rows are those of before, or none. */
  readonly stale: boolean;
  /** The filters are no longer those that the saved view keeps. */
  readonly changed: boolean;
}

/** How many requests the view holds, and on which day. */
export const QueueSummary = ({ pages, stale, changed }: QueueSummaryProps) => {
  const { t, language } = useTexts();
  const dates = useDates();
  const first = pages?.[0];
  const parts =
    first === undefined
      ? [t(stale ? 'console.queue.unreachable' : 'console.queue.loading')]
      : [
          t('console.queue.total', { count: first.total, number: countText(first.total, language) }),
          dates.short(first.today),
          ...(changed ? [t('queue.views.changed')] : []),
          ...(stale ? [t('console.queue.stale')] : []),
        ];
  return (
    <p className={styles.summary} role="status">
      {parts.join(' · ')}
    </p>
  );
};
