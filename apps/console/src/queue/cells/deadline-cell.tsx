import { IconChevronDown } from '@tabler/icons-react';
import type { QueueRow } from '#contracts/queue';
import { DeadlinePill } from '../../clock/deadline-pill.js';
import { useDates } from '../../app/dates.js';
import { useTexts } from '../../app/texts.js';
import { reasonId, useExpandedRow } from '../expanded-row.js';
import styles from './cells.module.css';

/** The statutory deadline, and why: no firm date while the clock stands still, and none where the law gives none. */
export const DeadlineCell = ({ row }: { row: QueueRow }) => {
  const { t } = useTexts();
  const dates = useDates();
  const { reference, toggle } = useExpandedRow();
  const expanded = reference === row.reference;
  const date = row.closedOn ?? row.dueOn ?? row.frozenDueOn;
  const approximate = row.closedOn === null && row.dueOn === null;
  return (
    <>
      <DeadlinePill tone={row.tone} daysLeft={row.daysLeft} />
      <button
        type="button"
        className={styles.why}
        aria-expanded={expanded}
        {...(expanded ? { 'aria-controls': reasonId(row.reference) } : {})}
        onClick={() => toggle(row.reference)}
      >
        {date === null ? (
          t('console.preview.noDate')
        ) : (
          <time dateTime={date}>
            {approximate && '~ '}
            {dates.short(date)}
          </time>
        )}
        <span className="visually-hidden">, {t('console.queue.why')}</span>
        <IconChevronDown aria-hidden size={14} className={styles.chevron} />
      </button>
    </>
  );
};
