import type { WorkerSeen } from '#contracts/operations';
import { useDates } from '../app/dates.js';
import { usePageTexts } from '../app/texts.js';
import styles from './operations.module.css';

/** Which workers are there, and which fell silent without stopping in order. */
export const WorkerTable = ({ workers }: { workers: readonly WorkerSeen[] }) => {
  const { t } = usePageTexts('operations');
  const dates = useDates();
  if (workers.length === 0) return <p className={styles.alarm}>{t('operations.workers.none')}</p>;
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t('operations.workers.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('operations.workers.name')}</th>
          <th scope="col">{t('operations.workers.state')}</th>
          <th scope="col">{t('operations.workers.started')}</th>
          <th scope="col">{t('operations.workers.seen')}</th>
        </tr>
      </thead>
      <tbody>
        {workers.map(({ name, silent, startedAt, seenAt }) => (
          <tr key={name}>
            <th scope="row" className={styles.code}>
              {name}
            </th>
            <td data-alarm={silent}>{t(silent ? 'operations.workers.silent' : 'operations.workers.working')}</td>
            <td>{dates.moment(startedAt)}</td>
            <td>{dates.moment(seenAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
