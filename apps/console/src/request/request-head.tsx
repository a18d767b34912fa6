import { Link } from '@tanstack/react-router';
import { IconArrowLeft } from '@tabler/icons-react';
import { Suspense } from 'react';
import { PageHeading } from '../app/page-heading.js';
import { useTexts } from '../app/texts.js';
import { lastQueue } from '../queue/last-queue.js';
import { DEFAULT_VIEW } from '../queue/queue-search.js';
import { Presence } from '../live/presence.js';
import { Copyable } from '../ui/copyable.js';
import { RightName } from '../ui/right-name.js';
import { StageDot } from '../ui/stage-dot.js';
import { Neighbours } from './head/neighbours.js';
import { NextButton } from './head/next-button.js';
import { useRequest } from './request-context.js';
import styles from './request-head.module.css';

export const RequestHead = () => {
  const { t } = useTexts();
  const { page } = useRequest();
  const search = lastQueue();
  return (
    <header>
      <div className={styles.top}>
        <Link to="/queue" search={search} className={styles.back}>
          <IconArrowLeft aria-hidden size={16} />
          {t(`console.view.${search.view ?? DEFAULT_VIEW}`)}
        </Link>
        <Presence reference={page.reference} />
        <Suspense fallback={null}>
          <Neighbours reference={page.reference} />
        </Suspense>
      </div>
      <div className={styles.title}>
        <PageHeading key={page.reference} title={page.reference}>
          {page.person.name || t('console.request.forgotten')}
        </PageHeading>
        <NextButton />
      </div>
      <div className={styles.facts}>
        <Copyable value={page.reference} name={t('console.request.reference')} />
        <ul className={styles.rights}>
          {page.rights.map(({ right, article }) => (
            <li key={right}>
              <RightName right={right} article={article} />
            </li>
          ))}
        </ul>
        <StageDot stage={page.stage} />
      </div>
    </header>
  );
};
