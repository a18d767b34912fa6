import { useId, type ReactNode } from 'react';
import { ReportTable } from './report-table.js';
import type { TableData } from './csv.js';
import styles from './reports.module.css';

/** Tables with more columns than this stand below their chart. */
const MOST_BESIDE = 6;

interface ReportSectionProps {
  readonly title: string;
  /** How the figures are counted. */
  readonly how: string;
  readonly table: TableData;
  readonly fileName: string;
  /** The chart; left out where a picture would say no more than the table. */
  readonly children?: ReactNode;
  /** Shown instead of chart and table. */
  readonly empty?: string | false;
}

/** One question about the desk: how it is counted, a chart, and its numbers beside it. */
export const ReportSection = ({ title, how, table, fileName, children, empty = false }: ReportSectionProps) => {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      <p className={styles.how}>{how}</p>
      {empty !== false ? (
        <p className={styles.empty}>{empty}</p>
      ) : (
        <div className={styles.figure} data-stacked={children === undefined || table.head.length > MOST_BESIDE}>
          {children !== undefined && <div>{children}</div>}
          <ReportTable table={table} fileName={fileName} />
        </div>
      )}
    </section>
  );
};
