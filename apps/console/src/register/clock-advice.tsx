import type { CivilDate } from '#domain/time-source';
import { useDates } from '../app/dates.js';
import { useTexts } from '../app/texts.js';
import { daysFrom } from '../clock/clock-geometry.js';
import { Card } from '../ui/card.js';
import styles from './register.module.css';

interface ClockAdviceProps {
  readonly receivedOn: CivilDate | null;
  readonly today: CivilDate;
}

/** The date in words, since the clock will run from it, and how much of the month is gone already. */
export const ClockAdvice = ({ receivedOn, today }: ClockAdviceProps) => {
  const { t } = useTexts();
  const dates = useDates();
  const days = receivedOn === null ? 0 : daysFrom(receivedOn, today);
  return (
    <aside>
      <Card title={t('console.register.clock')}>
        <div className={styles.stack}>
          {receivedOn !== null && days >= 0 && (
            <p>{t('console.register.clockRuns', { date: dates.long(receivedOn), days })}</p>
          )}
          <p className={styles.minor}>{t('console.register.clockWords')}</p>
          <p className={styles.minor}>{t('console.register.identityWords')}</p>
        </div>
      </Card>
    </aside>
  );
};
