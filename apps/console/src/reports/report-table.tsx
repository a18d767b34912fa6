import { useTexts, usePageTexts } from '../app/texts.js';
import { formatNumber } from '#texts/numbers';
import { IconDownload } from '@tabler/icons-react';
import { saveCsv, type Cell, type TableData } from './csv.js';
import styles from './reports.module.css';

/** The numbers behind a chart, to be read, printed and taken along. */
export const ReportTable = ({ table, fileName }: { table: TableData; fileName: string }) => {
  const { language } = useTexts();
  const { t } = usePageTexts('reports');
  const write = (cell: Cell): string => {
    if (cell === null) return '–';
    return typeof cell === 'number' ? formatNumber(cell, language) : cell;
  };
  const [name, ...numbers] = table.head;
  return (
    <div className={styles.tableBox}>
      <div className={styles.scroller}>
        <table className={styles.table}>
          <caption className="visually-hidden">{table.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{name}</th>
              {numbers.map((head) => (
                <th key={head} scope="col" className={styles.number}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(([head, ...cells]) => (
              <tr key={String(head)}>
                <th scope="row">{write(head ?? null)}</th>
                {cells.map((cell, column) => (
                  <td key={numbers[column]} className={styles.number}>
                    {write(cell)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <button
        type="button"
        className={styles.csv}
        aria-label={t('reports.csvOf', { table: table.caption })}
        onClick={() => saveCsv(table, fileName)}
      >
        <IconDownload aria-hidden size={16} />
        {t('reports.csv')}
      </button>
    </div>
  );
};
