import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { handles } from '../app/handlers.js';
import { PageHeading } from '../app/page-heading.js';
import { useProblemText } from '../app/problem-text.js';
import { useTexts } from '../app/texts.js';
import { useSession } from '../session/session-context.js';
import { Failure } from '../ui/failure.js';
import { rememberListed, rememberOpened, rememberQueue } from './last-queue.js';
import { QueueLoadStrip } from './load/queue-load.js';
import { QueueEmpty } from './queue-empty.js';
import { DEFAULT_VIEW, queryText, searchOfText } from './queue-search.js';
import { QueueSkeleton } from './queue-skeleton.js';
import { QueueStats } from './queue-stats.js';
import { QueueSummary } from './queue-summary.js';
import { QueueTable } from './queue-table.js';
import { QueueTools } from './queue-tools.js';
import { useSearchText } from './search-text.js';
import { clearSelection, useSelection } from './selection.js';
import { useQueue } from './use-queue.js';
import { useSavedView } from './views/use-saved-views.js';
import styles from './queue-page.module.css';

const BulkBar = lazy(async () => ({ default: (await import('./bulk/bulk-bar.js')).BulkBar }));

/** The worklist. */
export const QueuePage = () => {
  const { t } = useTexts();
  const problemText = useProblemText();
  const navigate = useNavigate();
  const { user } = useSession();
  const search = useSearch({ from: '/desk/queue' });
  const [looked] = useSearchText();
  const queue = useQueue(search, looked);
  const selection = useSelection();
  const saved = useSavedView(search.saved);
  useEffect(() => rememberQueue(search), [search]);
  // What is chosen outlives another order, but not other rows.
  const rowsOf = `${queryText({ ...search, sort: 'due' })} ${looked.number}`;
  useEffect(() => clearSelection, [rowsOf]);
  const view = t(`console.view.${search.view ?? DEFAULT_VIEW}`);
  const changed = saved !== undefined && queryText(searchOfText(saved.query, saved.id)) !== queryText(search);
  const pages = queue.data?.pages;
  const rows = pages?.flatMap((page) => page.rows);
  const total = pages?.[0]?.total ?? 0;
  useEffect(() => {
    const references = pages?.flatMap((page) => page.rows.map(({ reference }) => reference)) ?? [];
    rememberListed({ references, total, cursor: pages?.at(-1)?.nextCursor ?? null });
  }, [pages, total]);
  const openOnly = (): void => {
    const [row, other] = rows ?? [];
    if (row === undefined || other !== undefined) return;
    rememberOpened(row.reference);
    void navigate({ to: '/requests/$reference', params: { reference: row.reference } });
  };
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <PageHeading key={search.view ?? DEFAULT_VIEW} title={view}>
            {saved?.name ?? view}
          </PageHeading>
          <QueueSummary pages={pages} stale={queue.isError} changed={changed} />
        </div>
        <QueueStats />
        <QueueLoadStrip search={search} />
      </header>
      <QueueTools search={search} onEnter={openOnly} />
      {queue.isPending && <QueueSkeleton />}
      {queue.isError && rows === undefined && (
        <Failure words={problemText(queue.error)} onRetry={() => void queue.refetch()} />
      )}
      {rows?.length === 0 && <QueueEmpty search={search} />}
      {rows !== undefined && rows.length > 0 && (
        <QueueTable
          rows={rows}
          total={total}
          search={search}
          onMore={queue.hasNextPage ? () => void queue.fetchNextPage() : null}
          loadingMore={queue.isFetchingNextPage}
        />
      )}
      {handles(user) && selection.size > 0 && (
        <Suspense fallback={null}>
          <BulkBar search={search} total={total} />
        </Suspense>
      )}
    </div>
  );
};
