import { useNavigate } from '@tanstack/react-router';
import { IconArrowDown } from '@tabler/icons-react';
import { useTexts } from '../app/texts.js';
import type { QueueColumnId } from './queue-columns.js';
import { DEFAULT_SORT, type QueueSearch, type QueueSort } from './queue-search.js';
import styles from './queue-table.module.css';

interface QueueHeadingProps {
  readonly id: string;
  readonly sort: QueueSort | undefined;
  readonly search: QueueSearch;
}

/** A column's heading; a button where the server can sort by it, always the earliest date first. */
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
  const current = (search.sort ?? DEFAULT_SORT) === sort;
  return (
    <th scope="col" data-column={id} {...(current ? { 'aria-sort': 'ascending' } : {})}>
      <button
        type="button"
        className={styles.sort}
        onClick={() => void navigate({ to: '/queue', search: { ...search, sort } })}
      >
        {words}
        <IconArrowDown aria-hidden size={14} className={styles.arrow} data-current={current} />
      </button>
    </th>
  );
};
