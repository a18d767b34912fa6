import { useEffect, useRef } from 'react';
import type { QueueRow } from '#contracts/queue';
import { useTexts } from '../app/texts.js';
import { toggleListed, useSelection } from './selection.js';
import styles from './cells/cells.module.css';

/** Chooses all rows that are shown, or none of them. */
export const SelectHeading = ({ rows }: { rows: readonly QueueRow[] }) => {
  const { t } = useTexts();
  const selection = useSelection();
  const box = useRef<HTMLInputElement>(null);
  const chosen = rows.filter(({ reference }) => selection.has(reference)).length;
  const all = chosen === rows.length;
  useEffect(() => {
    // Half-chosen is no attribute: only a script can say it.
    if (box.current !== null) box.current.indeterminate = chosen > 0 && !all;
  }, [chosen, all]);
  return (
    <th scope="col" data-column="select">
      <label className={styles.select}>
        <input ref={box} type="checkbox" aria-label={t('queue.select.all')} checked={all} onChange={toggleListed} />
      </label>
    </th>
  );
};
