import { Skeleton } from '@mantine/core';
import card from '../ui/card.module.css';
import styles from './request-view.module.css';

const Lines = ({ count }: { count: number }) => (
  <div className={card.card}>
    <Skeleton height={16} width="30%" />
    {Array.from({ length: count }, (_, line) => (
      <Skeleton key={line} mt={12} height={12} width={line % 2 === 0 ? '90%' : '70%'} />
    ))}
  </div>
);

/** A request to come, in the places where its parts will stand. */
export const RequestSkeleton = () => (
  <div className={styles.page} aria-hidden>
    <Skeleton height={16} width={120} />
    <Skeleton height={30} width={280} />
    <div className={card.card}>
      <Skeleton height={16} width="45%" />
      <Skeleton mt={16} height={40} />
      <Skeleton mt={12} height={12} width="60%" />
    </div>
    <div className={styles.columns}>
      <div className={styles.column}>
        <Lines count={2} />
        <Lines count={5} />
        <Lines count={6} />
      </div>
      <aside className={styles.column}>
        <Lines count={3} />
        <Lines count={4} />
      </aside>
    </div>
  </div>
);
