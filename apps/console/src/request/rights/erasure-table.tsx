import type { RightView, TaskView } from '#contracts/request-page';
import { formatNumber } from '#texts/numbers';
import { useDates } from '../../app/dates.js';
import { useTexts } from '../../app/texts.js';
import styles from './rights.module.css';

interface ErasureTableProps {
  readonly lines: RightView['erasurePlan'];
  /** Of the same right: they know the names of the registers. */
  readonly tasks: readonly TaskView[];
}

/** What erasing would do, before it is decided: what goes, what stays, under which law and until when. */
export const ErasureTable = ({ lines, tasks }: ErasureTableProps) => {
  const { t, language } = useTexts();
  const dates = useDates();
  return (
    <div className={styles.scroller}>
      <table className={styles.table}>
        <caption>{t('console.erasure.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('console.erasure.register')}</th>
            <th scope="col">{t('console.erasure.collection')}</th>
            <th scope="col">{t('console.erasure.action')}</th>
            <th scope="col" className={styles.number}>
              {t('console.task.rows')}
            </th>
            <th scope="col">{t('console.erasure.law')}</th>
            <th scope="col">{t('console.erasure.until')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.register} ${line.collection.en} ${line.action}`}>
              <th scope="row">
                {tasks.find(({ register }) => register === line.register)?.registerName ?? line.register}
              </th>
              <td>{line.collection[language]}</td>
              <td>
                <span className={styles.action} data-action={line.action}>
                  {t(`console.erasure.action.${line.action}`)}
                </span>
              </td>
              <td className={styles.number}>{formatNumber(line.rows, language)}</td>
              <td>{line.law?.[language] ?? '–'}</td>
              <td>{line.until === null ? '–' : <time dateTime={line.until}>{dates.numeric(line.until)}</time>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
