import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTexts } from '../app/texts.js';
import styles from './copyable.module.css';

/** A value in fixed width with a button that copies it. */
export const Copyable = ({ value, name }: { value: string; name: string }) => {
  const { t } = useTexts();
  const { copied, copy } = useClipboard({ timeout: 2000 });
  const Icon = copied ? IconCheck : IconCopy;
  return (
    <span className={styles.copyable}>
      <span className={styles.value}>{value}</span>
      <button
        type="button"
        className={styles.button}
        aria-label={t('console.ui.copy', { name })}
        onClick={() => copy(value)}
      >
        <Icon aria-hidden size={16} />
      </button>
      <span className="visually-hidden" role="status">
        {copied ? t('console.ui.copied') : ''}
      </span>
    </span>
  );
};
