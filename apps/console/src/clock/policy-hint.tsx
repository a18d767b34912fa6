import { IconInfoCircle } from '@tabler/icons-react';
import type { ClockView } from '#contracts/clock-view';
import { useDates } from '../app/dates.js';
import { useTexts } from '../app/texts.js';
import styles from './policy-hint.module.css';

/** Where the law leaves open which days are holidays and that makes a difference, the other date is told too. */
export const PolicyHint = ({ clock: { otherPolicies } }: { clock: ClockView }) => {
  const { t, find } = useTexts();
  const dates = useDates();
  return otherPolicies.map(({ policy, due }) => (
    <p key={policy} className={styles.hint}>
      <IconInfoCircle aria-hidden size={16} />
      {t('console.clock.otherPolicy', {
        policy: find(`console.policy.${policy}`) ?? policy,
        date: dates.inSentence(due),
      })}
    </p>
  ));
};
