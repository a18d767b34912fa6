import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import { useTexts } from '../app/texts.js';
import styles from './toast.module.css';

/** The way back from what was done. */
interface Undo {
  readonly words: string;
  readonly run: () => void;
  /** Seconds for which there is one. */
  readonly for?: number;
}

interface Toast {
  /** Says in a corner that something was done, and how to undo it where that can be. */
  readonly done: (message: string, undo?: Undo) => void;
  /** Says that something failed; stays until it is closed. */
  readonly failed: (message: string) => void;
}

const withUndo = (message: string, { words, run }: Undo, id: string) => (
  <span className={styles.undoable}>
    {message}
    <button
      type="button"
      onClick={() => {
        notifications.hide(id);
        run();
      }}
    >
      {words}
    </button>
  </span>
);

export const useToast = (): Toast => {
  const { t } = useTexts();
  return useMemo(() => {
    const closeButtonProps = { 'aria-label': t('console.ui.close') };
    return {
      done: (message, undo) => {
        const id = crypto.randomUUID();
        const shown = undo === undefined ? message : withUndo(message, undo, id);
        notifications.show({
          id,
          message: shown,
          closeButtonProps,
          color: 'teal.8',
          autoClose: (undo?.for ?? 8) * 1000,
        });
      },
      failed: (message) =>
        notifications.show({ message, closeButtonProps, color: 'red.8', autoClose: false, role: 'alert' }),
    };
  }, [t]);
};
