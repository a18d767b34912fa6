import { useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { PageHeading } from '../app/page-heading.js';
import { useProblemText } from '../app/problem-text.js';
import { useTexts } from '../app/texts.js';
import { Failure } from '../ui/failure.js';
import { rememberQueue } from './last-queue.js';
import { QueueEmpty } from './queue-empty.js';
import { DEFAULT_VIEW } from './queue-search.js';
import { QueueSkeleton } from './queue-skeleton.js';
import { QueueStats } from './queue-stats.js';
import { QueueSummary } from './queue-summary.js';
import { QueueTable } from './queue-table.js';
import { QueueTools } from './queue-tools.js';
import { useQueue } from './use-queue.js';
import styles from './queue-page.module.css';

/** The worklist. */
export const QueuePage = () => {
  const { t } = useTexts();
  const problemText = useProblemText();
  const search = useSearch({ from: '/desk/queue' });
  const queue = useQueue(search);
  useEffect(() => rememberQueue(search), [search]);
  const view = t(`console.view.${search.view ?? DEFAULT_VIEW}`);
  const rows = queue.data?.pages.flatMap((page) => page.rows);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <PageHeading title={view}>{view}</PageHeading>
          <QueueSummary pages={queue.data?.pages} stale={queue.isError} />
        </div>
        <QueueStats />
      </header>
      <QueueTools search={search} />
      {queue.isPending && <QueueSkeleton />}
      {queue.isError && rows === undefined && (
        <Failure words={problemText(queue.error)} onRetry={() => void queue.refetch()} />
      )}
      {rows?.length === 0 && <QueueEmpty search={search} />}
      {rows !== undefined && rows.length > 0 && (
        <QueueTable
          rows={rows}
          total={queue.data?.pages[0]?.total ?? rows.length}
          search={search}
          onMore={queue.hasNextPage ? () => void queue.fetchNextPage() : null}
          loadingMore={queue.isFetchingNextPage}
        />
      )}
    </div>
  );
};
