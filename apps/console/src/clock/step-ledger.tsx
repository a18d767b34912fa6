import type { ClockStep } from '#contracts/clock-view';
import { useDates } from '../app/dates.js';
import { useTexts } from '../app/texts.js';
import { certaintyText, ruleText, stepText } from './step-texts.js';
import styles from './step-ledger.module.css';

interface StepLedgerProps {
  readonly steps: readonly ClockStep[];
  readonly caption: string;
}

/** "How this date was counted": what happened, by which rule and how sure it is, from which date to which. */
export const StepLedger = ({ steps, caption }: StepLedgerProps) => {
  const texts = useTexts();
  const dates = useDates();
  const { t } = texts;
  return (
    <table className={styles.ledger} data-undated={steps.at(-1)?.to === steps[0]?.from}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('console.ledger.what')}</th>
          <th scope="col">{t('console.ledger.rule')}</th>
          <th scope="col">{t('console.ledger.date')}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step, index) => {
          const certainty = certaintyText(step, texts);
          return (
            <tr key={`${step.because} ${step.to} ${index}`}>
              <td>{stepText(step, texts, dates)}</td>
              <td className={styles.rule}>
                {ruleText(step, texts)}
                {certainty !== null && <span className={styles.certainty}>{certainty}</span>}
              </td>
              <td className={styles.dates}>
                {step.from !== step.to && (
                  <>
                    <time dateTime={step.from}>{dates.short(step.from)}</time>
                    {' → '}
                  </>
                )}
                <time dateTime={step.to} className={styles.to}>
                  {dates.short(step.to)}
                </time>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
