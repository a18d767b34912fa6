import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useProblemText } from '../../app/problem-text.js';
import { usePageTexts } from '../../app/texts.js';
import { useSingleKeys } from '../../keyboard/use-single-keys.js';
import { requestQuery } from '../../request/request-query.js';
import { IconButton } from '../../ui/icon-button.js';
import { rememberOpened } from '../last-queue.js';
import { PeekedRequest } from './peeked-request.js';
import styles from './peek.module.css';

interface PeekProps {
  /** The row that it was opened on. */
  readonly reference: string;
  readonly onClose: () => void;
}

/** The reference of the row that has the focus now; at first the one it was opened on. */
const useFocusedRow = (first: string): string => {
  const [reference, setReference] = useState(first);
  useEffect(() => {
    const follow = ({ target }: FocusEvent): void => {
      const row = target instanceof HTMLElement ? target.dataset['rowLink'] : undefined;
      if (row !== undefined) setReference(row);
    };
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }, []);
  return reference;
};

/** A look into the request of the focused row without leaving the queue: the focus stays there, so j and k take it along. */
export const Peek = ({ reference: first, onClose }: PeekProps) => {
  const { t } = usePageTexts('request');
  const problemText = useProblemText();
  const reference = useFocusedRow(first);
  const { data: page, error } = useQuery(requestQuery(reference));
  useSingleKeys({ Escape: onClose });
  const peek = (
    <aside
      className={styles.peek}
      aria-label={t('request.peek')}
      aria-live="polite"
      aria-busy={page === undefined && error === null}
    >
      <header className={styles.head}>
        <span className={styles.reference}>{reference}</span>
        <Link
          to="/requests/$reference"
          params={{ reference }}
          className={styles.open}
          onClick={() => rememberOpened(reference)}
        >
          {t('request.peek.open')}
        </Link>
        <IconButton label={t('request.peek.close')} keys="Escape" onClick={onClose}>
          <IconX aria-hidden size={18} />
        </IconButton>
      </header>
      {page !== undefined && <PeekedRequest page={page} />}
      {page === undefined && error !== null && <p>{problemText(error)}</p>}
      {page === undefined && error === null && <Skeleton height={260} radius="md" />}
    </aside>
  );
  // Outside the page: its containers would keep it from standing beside them.
  const foot = document.getElementById('desk-foot');
  return foot === null ? null : createPortal(peek, foot);
};
