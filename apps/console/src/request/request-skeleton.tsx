import { Skeleton } from '@mantine/core';
import styles from './request-view.module.css';

/** A request to come. */
export const RequestSkeleton = () => (
  <div className={styles.page} aria-hidden>
    <Skeleton height={18} width={120} />
    <Skeleton height={32} width={280} />
    <Skeleton height={180} radius="md" />
    <Skeleton height={320} radius="md" />
  </div>
);
