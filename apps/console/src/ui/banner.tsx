import type { ReactNode } from 'react';
import styles from './banner.module.css';

interface BannerProps {
  readonly tone: 'overdue' | 'today' | 'paused';
  readonly icon: ReactNode;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** What must be known before anything else on the page. */
export const Banner = ({ tone, icon, children, actions }: BannerProps) => (
  <div className={styles.banner} data-tone={tone}>
    <span className={styles.icon} aria-hidden>
      {icon}
    </span>
    <div className={styles.words}>{children}</div>
    {actions && <div className={styles.actions}>{actions}</div>}
  </div>
);
