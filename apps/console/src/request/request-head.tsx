import { PageHeading } from '../app/page-heading.js';
import { useTexts } from '../app/texts.js';
import { Presence } from '../live/presence.js';
import { Copyable } from '../ui/copyable.js';
import { RightName } from '../ui/right-name.js';
import { StageDot } from '../ui/stage-dot.js';
import { NextButton } from './head/next-button.js';
import { WayBack } from './head/way-back.js';
import { useRequest } from './request-context.js';
import styles from './request-head.module.css';

export const RequestHead = () => {
  const { t } = useTexts();
  const { page } = useRequest();
  return (
    <header>
      <WayBack reference={page.reference}>
        <Presence reference={page.reference} />
      </WayBack>
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
