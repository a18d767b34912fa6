import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import { useTexts } from '../app/texts.js';

interface Toast {
  /** Says in a corner that something was done. */
  readonly done: (message: string) => void;
  /** Says that something failed; stays until it is closed. */
  readonly failed: (message: string) => void;
}

export const useToast = (): Toast => {
  const { t } = useTexts();
  return useMemo(() => {
    const closeButtonProps = { 'aria-label': t('console.ui.close') };
    return {
      done: (message) => notifications.show({ message, closeButtonProps, color: 'teal.8', autoClose: 8000 }),
      failed: (message) =>
        notifications.show({ message, closeButtonProps, color: 'red.8', autoClose: false, role: 'alert' }),
    };
  }, [t]);
};
