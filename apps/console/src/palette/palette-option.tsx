import { IconLock } from '@tabler/icons-react';
import { usePageTexts } from '../app/texts.js';
import type { PaletteItem } from './use-palette-items.js';
import styles from './palette.module.css';

interface PaletteOptionProps {
  readonly id: string;
  readonly item: PaletteItem;
  readonly selected: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

/** One thing to do. What cannot be done now stays in sight with its reason. The keyboard stays in the field above. */
export const PaletteOption = ({ id, item, selected, onPoint, onChoose }: PaletteOptionProps) => {
  const { t } = usePageTexts('palette');
  const closed = item.closed ?? null;
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-disabled={closed !== null}
      className={styles.option}
      onPointerMove={onPoint}
      onClick={onChoose}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onChoose();
      }}
    >
      <span className={styles.label}>
        {closed !== null && <IconLock aria-hidden size={14} className={styles.lock} />}
        {item.label}
        {item.hint !== undefined && <span className={styles.hint}>{item.hint}</span>}
        {closed !== null && <span className={styles.reason}>{t('palette.closed', { reason: closed })}</span>}
      </span>
      {item.keys !== undefined && <kbd aria-hidden>{item.keys}</kbd>}
    </div>
  );
};
