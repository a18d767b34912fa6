import { useEffect, useState } from 'react';
import type { SimilarAnswer } from '#contracts/correspondence';
import { call } from '../api/call.js';
import { usePageTexts } from '../app/texts.js';
import { Card } from '../ui/card.js';
import { SimilarList } from '../ui/similar-list.js';
import type { RegistrationValues } from './registration-values.js';
import styles from './register.module.css';

/** After the last key, so that half a name is not asked about. */
const PAUSE_MS = 600;

/**
 * Requests that may be of the person being typed in. Asked by a body and kept in this component only: neither an address
 * nor the kept answers ever hold a name.
 */
export const SimilarNotice = ({ name, email, phone }: Pick<RegistrationValues, 'name' | 'email' | 'phone'>) => {
  const { t } = usePageTexts('correspondence');
  const [found, setFound] = useState<SimilarAnswer | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    const ask = async (): Promise<void> => {
      if (`${name}${email}${phone}`.trim() === '') return setFound(null);
      // A search that fails hides a hint and hinders nobody.
      const answer = await call('similar', { body: { name, email, phone }, signal: abort.signal }).catch(() => null);
      if (!abort.signal.aborted) setFound(answer);
    };
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [name, email, phone]);
  return (
    <div role="status">
      {found !== null && found.requests.length > 0 && (
        <Card title={t('correspondence.register.similar', { count: found.requests.length })}>
          <div className={styles.stack}>
            <SimilarList {...found} />
            <p className={styles.minor}>{t('correspondence.register.similarHint')}</p>
          </div>
        </Card>
      )}
    </div>
  );
};
