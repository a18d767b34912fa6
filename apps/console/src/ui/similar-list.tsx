import { Link } from '@tanstack/react-router';
import type { SimilarAnswer } from '#contracts/correspondence';
import { useDates } from '../app/dates.js';
import { usePageTexts, useTexts } from '../app/texts.js';
import { StageDot } from './stage-dot.js';
import styles from './similar-list.module.css';

/** Requests that may be of one person, by reference and date; who they are stands on their own pages. */
export const SimilarList = ({ requests, more }: SimilarAnswer) => {
  const { t } = usePageTexts('correspondence');
  const { t: common } = useTexts();
  const dates = useDates();
  return (
    <div className={styles.list}>
      <ul className={styles.list}>
        {requests.map(({ reference, stage, rights, receivedOn, by }) => (
          <li key={reference}>
            <Link to="/requests/$reference" params={{ reference }} className={styles.link}>
              {reference}
            </Link>
            <StageDot stage={stage} />
            <span className={styles.minor}>
              {rights.map((right) => common(`common.right.${right}`)).join(', ')} ·{' '}
              {t('correspondence.related.received', { date: dates.numeric(receivedOn) })} ·{' '}
              {by.map((clue) => t(`correspondence.related.by.${clue}`)).join(', ')}
            </span>
          </li>
        ))}
      </ul>
      {more && <p className={styles.minor}>{t('correspondence.related.more', { count: requests.length })}</p>}
    </div>
  );
};
