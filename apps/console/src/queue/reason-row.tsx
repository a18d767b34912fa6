import { useRef } from 'react';
import type { QueueRow } from '#contracts/queue';
import { useDates } from '../app/dates.js';
import { useTexts } from '../app/texts.js';
import { stepSentence } from '../clock/step-sentence.js';
import { StepLedger } from '../clock/step-ledger.js';
import { reasonId } from './expanded-row.js';
import { useVisibleColumns } from './use-visible-columns.js';
import styles from './queue-table.module.css';

/** Why a statutory date is what it is: one sentence, then every step. */
export const ReasonRow = ({ row, columns }: { row: QueueRow; columns: number }) => {
  const texts = useTexts();
  const dates = useDates();
  const { t } = texts;
  const own = useRef<HTMLTableRowElement>(null);
  const visible = useVisibleColumns(own, columns);
  return (
    <tr id={reasonId(row.reference)} ref={own}>
      <td colSpan={visible} className={styles.reason}>
        <p className={styles.sentence}>{stepSentence(row.reason, texts, dates)}</p>
        <StepLedger steps={row.reason} caption={t('console.clock.how')} />
        {row.internalDueOn !== null && (
          <p className={styles.internal}>{t('console.clock.internal', { date: dates.short(row.internalDueOn) })}</p>
        )}
      </td>
    </tr>
  );
};
