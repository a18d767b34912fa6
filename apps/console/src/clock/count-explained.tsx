import { useId } from 'react';
import type { ClockView } from '#contracts/clock-view';
import { useDates } from '../app/dates.js';
import { useTexts } from '../app/texts.js';
import { CopyButton } from '../ui/copy-button.js';
import { clockText } from './clock-text.js';
import { countedLimits, type CountedLimits } from './counted-limits.js';
import { StepLedger } from './step-ledger.js';
import styles from './count-explained.module.css';

/** One date, the limits it is the last day of, and how it was counted. */
const Counted = ({ counted: { limits, date, steps, alike } }: { counted: CountedLimits }) => {
  const { t } = useTexts();
  const dates = useDates();
  const id = useId();
  const names = limits.map((limit) => t(`console.clock.limit.${limit}`)).join(', ');
  return (
    <section aria-labelledby={id}>
      <h3 className={styles.heading} id={id}>
        {names}{' '}
        <span className={styles.date}>
          {date === null ? t('console.preview.noDate') : <time dateTime={date}>{dates.withWeekday(date)}</time>}
        </span>
      </h3>
      {alike ? (
        <p className={styles.minor}>{t('console.ledger.alike')}</p>
      ) : (
        <StepLedger steps={steps} caption={names} />
      )}
    </section>
  );
};

/** How every date of a request was counted, step by step, and by which versions; to be read, printed or copied. */
export const CountExplained = ({ clock, reference }: { clock: ClockView; reference: string }) => {
  const texts = useTexts();
  const dates = useDates();
  const { t } = texts;
  return (
    <div className={styles.explained}>
      {countedLimits(clock).map((counted) => (
        <Counted key={counted.limits.join(' ')} counted={counted} />
      ))}
      <footer className={styles.foot}>
        <p className={styles.minor}>{t('console.ledger.countedBy', clock.countedBy)}</p>
        <CopyButton value={clockText(reference, clock, texts, dates)}>{t('console.ledger.copy')}</CopyButton>
      </footer>
    </div>
  );
};
