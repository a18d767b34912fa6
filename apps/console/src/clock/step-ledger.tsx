import type { ClockStep } from '#contracts/clock-view';
import { useDates } from '../app/dates.js';
import { useTexts } from '../app/texts.js';
import { stepValues } from '#domain/clock/step-json';
import styles from './step-ledger.module.css';

/** "How this date was counted": what happened, by which rule, and the date after each line. */
export const StepLedger = ({ steps, caption }: { steps: readonly ClockStep[]; caption: string }) => {
  const { t, find, language } = useTexts();
  const dates = useDates();
  return (
    <table className={styles.ledger}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('console.ledger.what')}</th>
          <th scope="col">{t('console.ledger.rule')}</th>
          <th scope="col">{t('console.ledger.date')}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step, index) => (
          <tr key={`${step.because} ${step.to} ${index}`}>
            <td>{find(step.because, stepValues(step, language, dates.inSentence)) ?? step.because}</td>
            <td className={styles.rule}>{find(`clock.rule.${step.rule}`) ?? step.rule}</td>
            <td className={styles.date}>
              <time dateTime={step.to}>{dates.short(step.to)}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
