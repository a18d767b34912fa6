import { IconLock } from '@tabler/icons-react';
import styles from './failure.module.css';

/** What the reader's role does not open: nothing has failed, and trying again would not help. */
export const Closed = ({ words }: { words: string }) => (
  <div className={styles.closed} role="alert">
    <IconLock aria-hidden size={28} />
    <p>{words}</p>
  </div>
);
