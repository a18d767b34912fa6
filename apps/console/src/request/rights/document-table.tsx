import type { RightView } from '#contracts/request-page';
import { formatNumber } from '#texts/numbers';
import { documentAddress } from '../../api/address.js';
import { useDates } from '../../app/dates.js';
import { useTexts } from '../../app/texts.js';
import { useRequest } from '../request-context.js';
import styles from './rights.module.css';

/** What the answer holds, and whether it arrived. Who fetches a file is written down. */
export const DocumentTable = ({ view: { documents, answeredOn, openedOn } }: { view: RightView }) => {
  const { t, language } = useTexts();
  const dates = useDates();
  const { reference } = useRequest().page;
  return (
    <div className={styles.scroller}>
      <table className={styles.table}>
        <caption>{t('console.documents.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('console.documents.name')}</th>
            <th scope="col">{t('console.documents.type')}</th>
            <th scope="col" className={styles.number}>
              {t('console.documents.size')}
            </th>
            <th scope="col" className={styles.number}>
              {t('console.documents.downloads')}
            </th>
          </tr>
        </thead>
        <tbody>
          {documents.map(({ id, name, mediaType, bytes, downloads }) => (
            <tr key={id}>
              <th scope="row">
                <a href={documentAddress(reference, id)} download>
                  {name}
                </a>
              </th>
              <td>{mediaType}</td>
              <td className={styles.number}>
                {t('console.documents.kilobytes', {
                  number: formatNumber(Math.max(1, Math.round(bytes / 1000)), language),
                })}
              </td>
              <td className={styles.number}>{downloads}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {answeredOn !== null && (
        <p className={styles.hint}>
          {openedOn === null
            ? t('console.documents.notOpened')
            : t('console.documents.openedOn', { date: dates.short(openedOn) })}
        </p>
      )}
    </div>
  );
};
