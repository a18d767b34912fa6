import type { ReactNode } from 'react';
import { useId } from 'react';
import styles from './card.module.css';

interface CardProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** What stands at the right end of the title's line. */
  readonly aside?: ReactNode;
  readonly id?: string;
}

/** A titled part of a page. */
export const Card = ({ title, children, aside, id }: CardProps) => {
  const titleId = useId();
  return (
    <section className={styles.card} aria-labelledby={titleId} id={id}>
      <header className={styles.head}>
        <h2 className={styles.title} id={titleId}>
          {title}
        </h2>
        {aside}
      </header>
      {children}
    </section>
  );
};
