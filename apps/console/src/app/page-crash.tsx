import { Failure } from '../ui/failure.js';
import { PageHeading } from './page-heading.js';
import { useTexts } from './texts.js';
import styles from './plain-page.module.css';

/** A defect, or a part of the page that did not come. The frame still stands, and there is a way on. */
export const PageCrash = () => {
  const { t } = useTexts();
  return (
    <div className={styles.page}>
      <PageHeading title={t('console.crash.title')}>{t('console.crash.title')}</PageHeading>
      <Failure words={t('console.problem.unknown')} onRetry={() => window.location.reload()} />
    </div>
  );
};
