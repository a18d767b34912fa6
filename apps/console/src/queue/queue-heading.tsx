import { useNavigate } from '@tanstack/react-router';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { QueueColumnId } from '#contracts/queue-columns';
import { useTexts } from '../app/texts.js';
import { DEFAULT_SORT, withFilter, type QueueSearch, type QueueSort } from './queue-search.js';
import styles from './queue-table.module.css';

interface QueueHeadingProps {
  readonly id: string;
  readonly sort: 'due' | 'next_action' | 'received' | undefined;
  readonly search: QueueSearch;
}

/** A column's heading; a button where the server can sort by it: the earliest date first, and once more the latest. */
export const QueueHeading = ({ id, sort, search }: QueueHeadingProps) => {
  const { t } = useTexts();
  const navigate = useNavigate();
  const words = t(`console.queue.column.${id as QueueColumnId}`);
  if (sort === undefined) {
    return (
      <th scope="col" data-column={id}>
        {words}
      </th>
    );
  }
  const now = search.sort ?? DEFAULT_SORT;
  const descending: QueueSort = `-${sort}`;
  const direction = { [sort]: 'ascending', [descending]: 'descending' }[now] as 'ascending' | 'descending' | undefined;
  const next = now === sort ? descending : sort;
  const Arrow = direction === 'descending' ? IconArrowDown : IconArrowUp;
  return (
    <th scope="col" data-column={id} {...(direction && { 'aria-sort': direction })}>
      <button
        type="button"
        className={styles.sort}
        title={t(next === sort ? 'queue.sort.first' : 'queue.sort.last')}
        onClick={() =>
          void navigate({
            to: '/queue',
            search: withFilter(search, { sort: next === DEFAULT_SORT ? undefined : next } as Partial<QueueSearch>),
          })
        }
      >
        {words}
        <Arrow aria-hidden size={14} className={styles.arrow} data-current={direction !== undefined} />
      </button>
    </th>
  );
};
