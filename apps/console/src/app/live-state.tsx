import { useCountsState } from '../queue/use-counts.js';
import { CONTROLLER } from './place.js';
import { useTexts } from './texts.js';
import { formatInstant } from '#texts/dates';
import styles from './top-bar.module.css';

/** Whether what is on screen is fresh, and if not, since when. */
export const LiveState = () => {
  const { t, language } = useTexts();
  const { fresh, updatedAt } = useCountsState();
  const late = (): string => {
    if (updatedAt === 0) return t('console.shell.notConnected');
    const since = formatInstant(new Date(updatedAt).toISOString(), CONTROLLER.timeZone, language);
    return t('console.shell.notLive', { since });
  };
  return (
    <p className={styles.live} role="status">
      <span className={styles.liveDot} data-state={fresh ? 'live' : 'late'} aria-hidden />
      <span>{fresh ? t('console.shell.live') : late()}</span>
    </p>
  );
};
