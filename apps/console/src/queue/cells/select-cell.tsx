import type { QueueRow } from '#contracts/queue';
import { useTexts } from '../../app/texts.js';
import { personWords } from '../person-words.js';
import { chooseUpTo, toggleChosen } from '../selection.js';
import styles from './cells.module.css';

/** Chooses a row for what is done to many; with Shift all up to it. The browser's own box: there are hundreds of them. */
export const SelectCell = ({ row, chosen }: { row: QueueRow; chosen: boolean }) => {
  const { reference } = row;
  const { t } = useTexts();
  return (
    <label className={styles.select}>
      <input
        type="checkbox"
        checked={chosen}
        aria-label={t('queue.select.row', { name: personWords(row, t), reference })}
        onChange={({ nativeEvent }) =>
          (nativeEvent as MouseEvent).shiftKey ? chooseUpTo(reference) : toggleChosen(reference)
        }
      />
    </label>
  );
};
