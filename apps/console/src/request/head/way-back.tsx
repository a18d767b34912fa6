import { Link } from '@tanstack/react-router';
import { IconArrowLeft } from '@tabler/icons-react';
import { Suspense, type ReactNode } from 'react';
import { useTexts } from '../../app/texts.js';
import { lastQueue } from '../../queue/last-queue.js';
import { DEFAULT_VIEW } from '../../queue/queue-search.js';
import styles from '../request-head.module.css';
import { Neighbours } from './neighbours.js';

/** Over a request, also over one that cannot be shown: the way back to the list, and to the next in it. */
export const WayBack = ({ reference, children }: { reference: string; children?: ReactNode }) => {
  const { t } = useTexts();
  const search = lastQueue();
  return (
    <div className={styles.top}>
      <Link to="/queue" search={search} className={styles.back}>
        <IconArrowLeft aria-hidden size={16} />
        {t(`console.view.${search.view ?? DEFAULT_VIEW}`)}
      </Link>
      {children}
      <Suspense fallback={null}>
        <Neighbours reference={reference} />
      </Suspense>
    </div>
  );
};
