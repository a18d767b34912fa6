import type { QueueRow } from '#contracts/queue';
import { useTexts } from '../../app/texts.js';
import { chooseUpTo, toggleChosen } from '../selection.js';
import styles from './cells.module.css';

/** Chooses a row for what is done to many; with Shift all up to it. The browser's own box: there are hundreds of them. */
export const SelectCell = ({ row: { reference, person }, chosen }: { row: QueueRow; chosen: boolean }) => {
  const { t } = useTexts();
  return (
    <label className={styles.select}>
      <input
        type="checkbox"
        checked={chosen}
        aria-label={t('queue.select.row', { name: person ?? t('console.queue.nameHidden'), reference })}
        onChange={({ nativeEvent }) =>
          (nativeEvent as MouseEvent).shiftKey ? chooseUpTo(reference) : toggleChosen(reference)
        }
      />
    </label>
  );
};
