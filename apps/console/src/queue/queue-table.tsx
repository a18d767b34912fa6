import { useTable } from '@tanstack/react-table';
import { Fragment, lazy, Suspense, useEffect, useMemo, useState } from 'react';
import type { QueueRow } from '#contracts/queue';
import { isAtWork } from '../app/at-work.js';
import { handles } from '../app/handlers.js';
import { useTexts } from '../app/texts.js';
import { useSession } from '../session/session-context.js';
import { Button } from '../ui/button.js';
import { countText } from './count-text.js';
import { SelectCell } from './cells/select-cell.js';
import { ExpandedRowContext } from './expanded-row.js';
import { takeOpened } from './last-queue.js';
import { usePreferences } from './look/use-preferences.js';
import { QueueCell } from './queue-cell.js';
import { columnsOf, queueFeatures } from './queue-columns.js';
import { QueueHeading } from './queue-heading.js';
import type { QueueSearch } from './queue-search.js';
import { SelectHeading } from './select-heading.js';
import { setListed, useSelection } from './selection.js';
import { focusRow, useRowKeys } from './use-row-keys.js';
import styles from './queue-table.module.css';

const Peek = lazy(async () => ({ default: (await import('./peek/peek.js')).Peek }));
const ReasonRow = lazy(async () => ({ default: (await import('./reason-row.js')).ReasonRow }));

interface QueueTableProps {
  readonly rows: readonly QueueRow[];
  readonly total: number;
  readonly search: QueueSearch;
  /** Null when all rows are here. */
  readonly onMore: (() => void) | null;
  readonly loadingMore: boolean;
}

export const QueueTable = ({ rows, total, search, onMore, loadingMore }: QueueTableProps) => {
  const { t, language } = useTexts();
  const { user } = useSession();
  const { columns: wanted, density } = usePreferences();
  const selection = useSelection();
  const [reference, setReference] = useState<string | null>(null);
  const [peeked, setPeeked] = useState<string | null>(null);
  const columns = useMemo(() => columnsOf(wanted), [wanted]);
  const table = useTable({ features: queueFeatures, columns, data: rows, getRowId: (row) => row.reference });
  const expanded = useMemo(
    () => ({ reference, toggle: (of: string) => setReference((shown) => (shown === of ? null : of)) }),
    [reference],
  );
  const choosable = handles(user);
  useRowKeys((of) => setPeeked((shown) => (shown === null ? of : null)));
  useEffect(() => {
    const opened = takeOpened();
    if (!isAtWork()) focusRow(opened);
  }, []);
  useEffect(() => setListed(rows), [rows]);
  return (
    <ExpandedRowContext value={expanded}>
      <table className={styles.table} data-density={density}>
        <caption className="visually-hidden">{t('console.queue.caption')}</caption>
        <thead>
          <tr>
            {choosable && <SelectHeading rows={rows} />}
            {table.getFlatHeaders().map(({ id, column }) => (
              <QueueHeading
                key={id}
                id={id}
                sort={search.view === 'closed' ? undefined : column.columnDef.meta?.sort}
                search={search}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <Fragment key={row.id}>
              <tr className={styles.row} data-expanded={row.id === reference} data-chosen={selection.has(row.id)}>
                {choosable && (
                  <td data-column="select">
                    <SelectCell row={row.original} chosen={selection.has(row.id)} />
                  </td>
                )}
                {row.getAllCells().map((cell) => (
                  <QueueCell
                    key={cell.id}
                    column={cell.column.id}
                    rowHeader={cell.column.columnDef.meta?.rowHeader === true}
                  >
                    <table.FlexRender cell={cell} />
                  </QueueCell>
                ))}
              </tr>
              {row.id === reference && (
                <Suspense fallback={null}>
                  <ReasonRow row={row.original} columns={columns.length + Number(choosable)} />
                </Suspense>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
      <footer className={styles.foot}>
        <p>{t('console.queue.shown', { shown: rows.length, total: countText(total, language) })}</p>
        {onMore !== null && (
          <Button onClick={onMore} busy={loadingMore}>
            {t('console.queue.more')}
          </Button>
        )}
      </footer>
      {peeked !== null && (
        <Suspense fallback={null}>
          <Peek reference={peeked} onClose={() => setPeeked(null)} />
        </Suspense>
      )}
    </ExpandedRowContext>
  );
};
