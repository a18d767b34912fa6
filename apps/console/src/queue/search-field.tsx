import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { useTexts } from '../app/texts.js';
import { useSearchText } from './search-text.js';
import styles from './queue-tools.module.css';

/** So long after the last key the desk is asked. */
const PAUSE_MS = 300;

/** Looks for a reference or a person among what is listed. */
export const SearchField = ({ onEnter }: { onEnter: () => void }) => {
  const { t } = useTexts();
  const [{ text }, look] = useSearchText();
  const [typed, setTyped] = useState(text);
  const [shown, setShown] = useState(text);
  // Ended elsewhere, by "Clear the search" under an empty list.
  if (shown !== text) {
    setShown(text);
    setTyped(text);
  }
  useEffect(() => {
    const waiting = setTimeout(() => look(typed.trim()), PAUSE_MS);
    return () => clearTimeout(waiting);
  }, [typed, look]);
  const onKey = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') setTyped('');
    if (key !== 'Enter') return;
    if (typed.trim() === text) onEnter();
    look(typed.trim());
  };
  return (
    <search className={styles.search}>
      <IconSearch aria-hidden size={17} className={styles.glass} />
      <input
        type="text"
        inputMode="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        data-search
        aria-label={t('queue.search.label')}
        title={t('queue.search.hint')}
        placeholder={t('queue.search.placeholder')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      {typed !== '' && (
        <button
          type="button"
          className={styles.clear}
          aria-label={t('queue.search.clear')}
          onClick={() => setTyped('')}
        >
          <IconX aria-hidden size={15} />
        </button>
      )}
    </search>
  );
};
