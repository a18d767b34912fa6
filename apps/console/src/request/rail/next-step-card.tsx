import { useDates } from '../../app/dates.js';
import { useTexts } from '../../app/texts.js';
import { Card } from '../../ui/card.js';
import { useRequest } from '../request-context.js';
import { placeOf } from './next-step-place.js';
import styles from './rail.module.css';

const show = (place: string): void => {
  const part = document.getElementById(place);
  part?.scrollIntoView({ block: 'start' });
  part?.querySelector<HTMLElement>('button, a, select, input, textarea')?.focus({ preventScroll: true });
};

/** The one thing to do next, who has it, and by when. */
export const NextStepCard = () => {
  const { t } = useTexts();
  const dates = useDates();
  const { page } = useRequest();
  const { action, by, on } = page.nextAction;
  const tasks = page.rights.flatMap((right) => right.tasks);
  const done = tasks.filter(({ result }) => result !== null).length;
  const place = placeOf(page);
  return (
    <Card title={t('console.nextStep.title')}>
      <div className={styles.stack}>
        <p>
          <strong className={styles.action}>{t(`console.action.${action}`)}</strong>
          <span className={styles.minor}>
            {by !== 'nobody' && t(`console.by.${by}`)}
            {on !== null && ` · ${t('console.nextStep.by', { date: dates.short(on) })}`}
          </span>
        </p>
        {tasks.length > 0 && (
          <div>
            <progress
              className={styles.progress}
              max={tasks.length}
              value={done}
              aria-label={t('console.nextStep.tasks')}
            />
            <p className={styles.minor}>{t('console.queue.tasks', { done, total: tasks.length })}</p>
          </div>
        )}
        {place !== null && (
          <button type="button" className={styles.show} onClick={() => show(place)}>
            {t('console.nextStep.show')}
          </button>
        )}
      </div>
    </Card>
  );
};
