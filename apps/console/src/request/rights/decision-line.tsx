import type { RightView } from '#contracts/request-page';
import { useActorName } from '../../app/actor-name.js';
import { useDates } from '../../app/dates.js';
import { useTexts } from '../../app/texts.js';
import styles from './rights.module.css';

/** The answer to a right: what, on which grounds, by whom, and whether a second pair of eyes has seen it. */
export const DecisionLine = ({ view: { decision, approvedBy, answeredOn } }: { view: RightView }) => {
  const { t } = useTexts();
  const dates = useDates();
  const actorName = useActorName();
  if (decision === null) return null;
  return (
    <div className={styles.decision}>
      <p>
        <strong>{t(`common.outcome.${decision.outcome}`)}</strong> ·{' '}
        {t('console.right.decidedBy', { name: actorName(decision.by) })}
      </p>
      {decision.grounds.length > 0 && (
        <ul>
          {decision.grounds.map((ground) => (
            <li key={ground}>{t(`common.ground.${ground}`)}</li>
          ))}
        </ul>
      )}
      <p className={styles.hint}>
        {approvedBy === null
          ? t('console.right.notApproved')
          : t('console.right.approvedBy', { name: actorName(approvedBy) })}
        {answeredOn !== null && ` · ${t('console.right.answeredOn', { date: dates.short(answeredOn) })}`}
      </p>
    </div>
  );
};
