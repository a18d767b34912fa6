import type { Right } from '#domain/law/rights';
import { useTexts } from '../app/texts.js';
import styles from './right-name.module.css';

/** A right by its name and its article. */
export const RightName = ({ right, article }: { right: Right; article: string }) => {
  const { t } = useTexts();
  return (
    <span className={styles.right}>
      <strong className={styles.name} title={t(`common.right.${right}`)}>
        {t(`common.right.${right}`)}
      </strong>{' '}
      <span className={styles.article}>{t('common.article', { article })}</span>
    </span>
  );
};
