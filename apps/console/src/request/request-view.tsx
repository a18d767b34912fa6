import { Skeleton } from '@mantine/core';
import { Suspense } from 'react';
import { useRequest } from './request-context.js';
import { Banners } from './banners.js';
import { ClockCard } from './clock-card.js';
import { FindingPanel } from './finding-panel.js';
import { DutiesCard } from './rail/duties-card.js';
import { EndingCard } from './rail/ending-card.js';
import { HandlingCard } from './rail/handling-card.js';
import { IdentityCard } from './rail/identity-card.js';
import { NextStepCard } from './rail/next-step-card.js';
import { RelatedCard } from './rail/related-card.js';
import { RequesterCard } from './rail/requester-card.js';
import { RequestHead } from './request-head.js';
import { RightCard } from './rights/right-card.js';
import { RequestTabs } from './thread/request-tabs.js';
import { WordsCard } from './words-card.js';
import styles from './request-view.module.css';

/** The request's page: head, banners and clock above; rights and timeline in the middle; people and steps at the side. */
export const RequestView = () => {
  const { page } = useRequest();
  return (
    <div className={styles.page}>
      <RequestHead />
      <Banners />
      <FindingPanel />
      <ClockCard />
      <div className={styles.columns}>
        <div className={styles.column}>
          {page.words !== '' && <WordsCard words={page.words} language={page.language} />}
          {page.rights.map((right) => (
            <RightCard key={right.right} view={right} />
          ))}
          <Suspense fallback={<Skeleton height={320} radius="md" />}>
            <RequestTabs />
          </Suspense>
        </div>
        <aside className={styles.column}>
          <NextStepCard />
          <RequesterCard />
          <IdentityCard />
          <HandlingCard />
          <Suspense fallback={<Skeleton height={240} radius="md" />}>
            <DutiesCard />
            <RelatedCard />
          </Suspense>
          <EndingCard />
        </aside>
      </div>
    </div>
  );
};
