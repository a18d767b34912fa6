import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTexts } from '../app/texts.js';
import { Button } from './button.js';
import styles from './failure.module.css';

interface FailureProps {
  readonly words: string;
  readonly onRetry: () => void;
}

/** Something could not be fetched. */
export const Failure = ({ words, onRetry }: FailureProps) => {
  const { t } = useTexts();
  return (
    <div className={styles.failure} role="alert">
      <IconPlugConnectedX aria-hidden size={28} />
      <p>{words}</p>
      <Button onClick={onRetry}>{t('console.ui.retry')}</Button>
    </div>
  );
};
