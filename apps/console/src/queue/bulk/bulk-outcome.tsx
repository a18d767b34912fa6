import { Link } from '@tanstack/react-router';
import type { BulkResult } from '#contracts/queue-bulk';
import { useProblemText } from '../../app/problem-text.js';
import { useTexts } from '../../app/texts.js';
import { Button } from '../../ui/button.js';
import type { BulkProgress } from './use-bulk.js';
import styles from './bulk.module.css';

interface BulkOutcomeProps {
  readonly progress: BulkProgress;
  readonly onStop: () => void;
  readonly onClose: () => void;
}

const WORDS = ['done', 'unchanged'] as const;

/** How far it has come, and of what was not done which and why. */
export const BulkOutcome = ({ progress: { total, results, ended, error }, onStop, onClose }: BulkOutcomeProps) => {
  const { t, find } = useTexts();
  const problemText = useProblemText();
  const left = results.filter(({ result }) => result === 'refused' || result === 'outdated');
  const why = ({ result, code }: BulkResult): string =>
    result === 'outdated'
      ? t('queue.bulk.outdated')
      : (find(`console.reason.${code}`) ?? t(code === 'unexpected' ? 'console.problem.500' : 'console.problem.409'));
  return (
    <div className={styles.form}>
      <div>
        <progress className={styles.progress} max={total} value={results.length} aria-label={t('queue.bulk.results')} />
        <p role="status">{t('queue.bulk.progress', { done: results.length, total })}</p>
      </div>
      {ended && (
        <p>
          {WORDS.map((word) => ({ word, count: results.filter(({ result }) => result === word).length }))
            .filter(({ count }) => count > 0)
            .map(({ word, count }) => t(`queue.bulk.${word}`, { count }))
            .concat(left.length > 0 ? [t('queue.bulk.notDone', { count: left.length })] : [])
            .join(' · ')}
        </p>
      )}
      {left.length > 0 && (
        <ul className={styles.left}>
          {left.map((result) => (
            <li key={result.reference}>
              <Link to="/requests/$reference" params={{ reference: result.reference }}>
                {result.reference}
              </Link>
              <span>{why(result)}</span>
            </li>
          ))}
        </ul>
      )}
      {error !== null && (
        <p className={styles.problem} role="alert">
          {problemText(error)}
        </p>
      )}
      <div className={styles.actions}>
        {ended ? (
          <Button kind="primary" onClick={onClose}>
            {t('console.ui.close')}
          </Button>
        ) : (
          <Button onClick={onStop}>{t('queue.bulk.stop')}</Button>
        )}
      </div>
    </div>
  );
};
