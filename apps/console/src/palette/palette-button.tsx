import { IconSearch } from '@tabler/icons-react';
import { useTexts } from '../app/texts.js';
import { paletteStore } from './palette-store.js';
import styles from './palette-button.module.css';

/** Opens what Ctrl K opens, for those who do not know it yet. */
export const PaletteButton = () => {
  const { t } = useTexts();
  return (
    <button
      type="button"
      className={styles.button}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K"
      onClick={() => paletteStore.set('palette')}
    >
      <IconSearch aria-hidden size={16} />
      <span className={styles.words}>{t('live.palette.open')}</span>
      <kbd className={styles.key} aria-hidden>
        Ctrl K
      </kbd>
    </button>
  );
};
