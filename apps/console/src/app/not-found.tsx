import { Link } from '@tanstack/react-router';
import { PageHeading } from './page-heading.js';
import { useTexts } from './texts.js';
import styles from './plain-page.module.css';

export const NotFound = () => {
  const { t } = useTexts();
  return (
    <div className={styles.page}>
      <PageHeading title={t('console.notFound.title')}>{t('console.notFound.title')}</PageHeading>
      <p>{t('console.notFound.words')}</p>
      <Link to="/queue">{t('console.notFound.back')}</Link>
    </div>
  );
};
