import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import { usePageTexts } from '../../app/texts.js';
import { useSingleKeys } from '../../keyboard/use-single-keys.js';
import { countText } from '../../queue/count-text.js';
import { lastListed, lastQueue, rememberListed, rememberOpened, type Listed } from '../../queue/last-queue.js';
import { useSearchText } from '../../queue/search-text.js';
import { fetchPage } from '../../queue/use-queue.js';
import { IconButton } from '../../ui/icon-button.js';
import styles from './neighbours.module.css';

/** The list with the page behind it; what has moved there meanwhile is not met twice. */
const withMore = async (listed: Listed, text: string): Promise<Listed> => {
  const { rows, nextCursor } = await fetchPage(lastQueue(), text, listed.cursor);
  const more = rows.map(({ reference }) => reference).filter((reference) => !listed.references.includes(reference));
  return { ...listed, references: [...listed.references, ...more], cursor: nextCursor };
};

/** Leads to the requests before and after this one, in the list that it was opened from; elsewhere it shows nothing. */
export const Neighbours = ({ reference }: { reference: string }) => {
  const { t, language } = usePageTexts('request');
  const navigate = useNavigate();
  const [{ text }] = useSearchText();
  const [listed, setListed] = useState(lastListed);
  const at = listed.references.indexOf(reference);
  const open = (to: string | undefined): void => {
    if (to === undefined) return;
    rememberOpened(to);
    void navigate({ to: '/requests/$reference', params: { reference: to } });
  };
  const more = useMutation({
    mutationFn: () => withMore(listed, text),
    onSuccess: (longer) => {
      rememberListed(longer);
      setListed(longer);
      open(longer.references[at + 1]);
    },
  });
  const previous = listed.references[at - 1];
  const next = listed.references[at + 1];
  const hasNext = next !== undefined || listed.cursor !== null;
  const goBack = (): void => open(previous);
  const goOn = (): void => {
    if (next !== undefined) open(next);
    else if (listed.cursor !== null && !more.isPending) more.mutate();
  };
  useSingleKeys(at < 0 ? {} : { '[': goBack, ']': goOn });
  if (at < 0) return null;
  return (
    <nav className={styles.neighbours} aria-label={t('request.neighbours')}>
      <span className={styles.place}>
        {t('request.place', { place: at + 1, total: countText(listed.total, language) })}
      </span>
      <IconButton label={t('request.previous')} keys="[" disabled={previous === undefined} onClick={goBack}>
        <IconChevronUp aria-hidden size={18} />
      </IconButton>
      <IconButton label={t('request.next')} keys="]" disabled={!hasNext} onClick={goOn}>
        <IconChevronDown aria-hidden size={18} />
      </IconButton>
    </nav>
  );
};
