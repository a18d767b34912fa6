import type { QueueWorkView } from '#contracts/operations';
import { formatNumber } from '#texts/numbers';
import { usePageTexts, useTexts } from '../app/texts.js';
import { ageOf } from './age.js';
import styles from './operations.module.css';

const COLUMNS = ['due', 'late', 'leased', 'waiting', 'dead'] as const;

/** What needs a person when there is any of it. */
const ALARMING: readonly string[] = ['late', 'dead'];

/** What there is to do in each queue. */
export const QueueWorkTable = ({ queues }: { queues: readonly QueueWorkView[] }) => {
  const { language } = useTexts();
  const { t } = usePageTexts('operations');
  const age = (seconds: number): string => {
    const told = ageOf(seconds);
    return told === null ? '–' : t(`operations.age.${told.unit}`, { count: told.count });
  };
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t('operations.queues.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('operations.queues.queue')}</th>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" className={styles.number} title={t(`operations.queues.${column}.means`)}>
              {t(`operations.queues.${column}`)}
            </th>
          ))}
          <th scope="col" className={styles.number}>
            {t('operations.queues.oldest')}
          </th>
        </tr>
      </thead>
      <tbody>
        {queues.map((work) => (
          <tr key={work.queue}>
            <th scope="row">{t(`operations.queue.${work.queue}`)}</th>
            {COLUMNS.map((column) => (
              <td key={column} className={styles.number} data-alarm={ALARMING.includes(column) && work[column] > 0}>
                {formatNumber(work[column], language)}
              </td>
            ))}
            <td className={styles.number}>{age(work.oldest)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
