import type { ReactNode } from 'react';
import { PRODUCT, usePageTitle } from '../app/page-title.js';
import { Mark } from '../ui/mark.js';
import styles from './guest-page.module.css';

/** The frame of the pages before signing in. */
export const GuestPage = ({ title, children }: { title: string; children: ReactNode }) => {
  usePageTitle(title);
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <p className={styles.brand}>
          <Mark size={32} />
          {PRODUCT}
        </p>
        <h1 className={styles.title}>{title}</h1>
        {children}
      </div>
    </main>
  );
};
