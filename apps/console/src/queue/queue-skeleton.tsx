import { Skeleton } from '@mantine/core';
import styles from './queue-skeleton.module.css';

const ROWS = Array.from({ length: 12 }, (_, index) => index);

/** Rows to come. */
export const QueueSkeleton = () => (
  <div className={styles.skeleton} aria-hidden>
    {ROWS.map((row) => (
      <div key={row} className={styles.row}>
        <Skeleton height={22} width={120} radius="xl" />
        <Skeleton height={14} width={170} />
        <Skeleton height={14} width={140} />
        <Skeleton height={14} />
      </div>
    ))}
  </div>
);
