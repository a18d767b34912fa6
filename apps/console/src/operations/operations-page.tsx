import { useId, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { OperationsPage as Board } from '#contracts/operations';
import { call } from '../api/call.js';
import { OPERATIONS_KEY } from '../api/keys.js';
import { PageHeading } from '../app/page-heading.js';
import { useProblemText } from '../app/problem-text.js';
import { usePageTexts } from '../app/texts.js';
import { Failure } from '../ui/failure.js';
import { Splash } from '../ui/splash.js';
import { ClockJumpBanner } from './clock-jump-banner.js';
import { DeadWorkGroup } from './dead-work-group.js';
import { QueueWorkTable } from './queue-work-table.js';
import { WorkerTable } from './worker-table.js';
import styles from './operations.module.css';

/** How often it looks again, while somebody can see it. */
const LOOK_MS = 5000;

const Section = ({ title, children }: { title: string; children: ReactNode }) => {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {children}
    </section>
  );
};

const Parts = ({ board: { clockJump, queues, dead, workers } }: { board: Board }) => {
  const { t } = usePageTexts('operations');
  return (
    <>
      {clockJump !== null && <ClockJumpBanner jump={clockJump} />}
      <Section title={t('operations.queues.title')}>
        <QueueWorkTable queues={queues} />
      </Section>
      <Section title={t('operations.dead.title')}>
        {dead.length === 0 && <p className={styles.minor}>{t('operations.dead.none')}</p>}
        {dead.map((group) => (
          <DeadWorkGroup key={`${group.kind} ${group.reason}`} group={group} />
        ))}
      </Section>
      <Section title={t('operations.workers.title')}>
        <WorkerTable workers={workers} />
      </Section>
    </>
  );
};

/** `/operations`: how the engine stands, and what it needs a person for. */
export const OperationsPage = () => {
  const { t } = usePageTexts('operations');
  const problemText = useProblemText();
  const { data, error, refetch } = useQuery({
    queryKey: OPERATIONS_KEY,
    queryFn: ({ signal }) => call('operations', { signal }),
    refetchInterval: LOOK_MS,
  });
  const title = t('operations.title');
  return (
    <div className={styles.page}>
      <PageHeading title={title}>{title}</PageHeading>
      <p className={styles.intro}>{t('operations.intro')}</p>
      {data !== undefined && <Parts board={data} />}
      {data === undefined && error !== null && <Failure words={problemText(error)} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Splash />}
    </div>
  );
};
