import { useEffect } from 'react';
import { useSession } from '../session/session-context.js';
import { useDates } from './dates.js';
import { PRODUCT } from './page-title.js';
import { useTexts } from './texts.js';
import styles from './shell.module.css';

const SCHEME = 'data-mantine-color-scheme';

/** Paper is light: on a desk in the dark theme the ink would be as pale as the words on screen. */
const usePaperColours = (): void => {
  useEffect(() => {
    const root = document.documentElement;
    let onScreen: string | null = null;
    const before = (): void => {
      onScreen = root.getAttribute(SCHEME);
      root.setAttribute(SCHEME, 'light');
    };
    const after = (): void => root.setAttribute(SCHEME, onScreen ?? 'light');
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
};

/** Heads every page on paper: whose it is, and who printed it when. */
export const PrintHead = () => {
  const { t } = useTexts();
  const dates = useDates();
  const { organisation, user, today } = useSession();
  usePaperColours();
  return (
    <p className={styles.printed}>
      <strong>{organisation}</strong> · {PRODUCT} ·{' '}
      {t('console.shell.printed', { date: dates.long(today), name: user.name })}
    </p>
  );
};
