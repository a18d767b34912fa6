import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../app/texts.js';
import styles from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Null where there is no way around answering. */
  readonly onClose: (() => void) | null;
}

const ignore = (): void => undefined;

/** A modal dialog. Mounted when open; focus goes in and comes back by itself. */
export const Dialog = ({ title, children, onClose }: DialogProps) => {
  const { t } = useTexts();
  return (
    <Modal
      opened
      title={title}
      onClose={onClose ?? ignore}
      withCloseButton={onClose !== null}
      closeOnEscape={onClose !== null}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('console.ui.close'), size: 32 }}
      classNames={{ title: styles.title ?? '', body: styles.body ?? '' }}
      size={560}
      // The shell never scrolls the body, and locking it would write a style element that the page's policy forbids.
      lockScroll={false}
      transitionProps={{ duration: 0 }}
    >
      {children}
    </Modal>
  );
};
