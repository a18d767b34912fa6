import { Link } from '@tanstack/react-router';
import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './administration.module.css';

interface BackLinkProps {
  /** The page of the settings that it leads to; their first one where none is named. */
  readonly page?: string;
  readonly children: ReactNode;
}

/** The way up, above a title. */
export const BackLink = ({ page, children }: BackLinkProps) => {
  const words = (
    <>
      <IconArrowLeft aria-hidden size={16} />
      {children}
    </>
  );
  return page === undefined ? (
    <Link to="/settings" className={styles.back}>
      {words}
    </Link>
  ) : (
    <Link to="/settings/$" params={{ _splat: page }} className={styles.back}>
      {words}
    </Link>
  );
};
