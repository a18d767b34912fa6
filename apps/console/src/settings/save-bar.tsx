import { ApiProblem } from '../api/api-problem.js';
import { useDates } from '../app/dates.js';
import { useProblemText } from '../app/problem-text.js';
import { useSettingsTexts } from '../app/texts.js';
import { Button } from '../ui/button.js';
import styles from './settings.module.css';

interface SaveBarProps {
  readonly mayChange: boolean;
  readonly changed: boolean;
  readonly busy: boolean;
  readonly saved: boolean;
  /** What is said once it is saved; by default what becomes of open requests. */
  readonly savedWords?: string;
  readonly error: Error | null;
  /** How many fields do not hold. */
  readonly problems: number;
  /** Undefined while nobody has changed anything. */
  readonly last: { readonly at: string; readonly by: { readonly name: string } | null } | undefined;
  readonly onDiscard: () => void;
}

/** At the foot of the page, always in sight: how the settings stand, and the two ways on. */
export const SaveBar = ({
  mayChange,
  changed,
  busy,
  saved,
  savedWords,
  error,
  problems,
  last,
  onDiscard,
}: SaveBarProps) => {
  const { t } = useSettingsTexts();
  const dates = useDates();
  const problemText = useProblemText();
  const outdated = error instanceof ApiProblem && error.isOutdated;
  const failure = error === null ? null : outdated ? t('settings.outdated') : problemText(error);
  const standing =
    last === undefined
      ? t('settings.never')
      : t('settings.last', { name: last.by?.name ?? '', moment: dates.moment(last.at) });
  return (
    <div className={styles.bar}>
      <div className={styles.standing}>
        {problems > 0 || (changed && failure !== null) ? (
          <p role="alert" className={styles.problem}>
            {problems > 0 ? t('settings.problems', { count: problems }) : failure}
          </p>
        ) : (
          <p role="status">
            {changed ? t('settings.unsaved') : saved ? (savedWords ?? t('settings.saved')) : standing}
          </p>
        )}
        {!mayChange && <p>{t('settings.readOnly')}</p>}
      </div>
      {mayChange && (
        <div className={styles.actions}>
          {changed && <Button onClick={onDiscard}>{t('settings.discard')}</Button>}
          <Button kind="primary" type="submit" busy={busy}>
            {t('settings.save')}
          </Button>
        </div>
      )}
    </div>
  );
};
