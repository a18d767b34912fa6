import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useDates } from '../app/dates.js';
import { useTexts } from '../app/texts.js';
import { Banner } from '../ui/banner.js';
import { noteAnswer, unreachableSince } from './reachability.js';
import { useStore } from './store.js';
import styles from './offline-banner.module.css';

/** A break as short as that of a restart on a good day is not worth a word, in milliseconds. */
const WORTH_TELLING_MS = 3_000;

/** Says that the server cannot be reached and what that means, until it can. */
export const OfflineBanner = () => {
  const { t } = useTexts();
  const dates = useDates();
  const since = useStore(unreachableSince);
  const [told, setTold] = useState<number | null>(null);
  // A device that loses its network knows before any call has failed.
  useEffect(() => {
    const lost = (): void => noteAnswer(0);
    window.addEventListener('offline', lost);
    return () => window.removeEventListener('offline', lost);
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => setTold(since), since === null ? 0 : WORTH_TELLING_MS);
    return () => clearTimeout(timer);
  }, [since]);
  return (
    <div role="status">
      {told !== null && (
        <div className={styles.place}>
          <Banner tone="today" icon={<IconPlugConnectedX size={20} />}>
            <strong>{t('live.offline.title', { since: dates.moment(new Date(told).toISOString()) })}</strong>{' '}
            {t('live.offline.words')}
          </Banner>
        </div>
      )}
    </div>
  );
};
