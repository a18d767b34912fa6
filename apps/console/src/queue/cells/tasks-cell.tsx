import type { QueueRow } from '#contracts/queue';
import { useTexts } from '../../app/texts.js';
import styles from './cells.module.css';

/** How much of the work in the registers is done. */
export const TasksCell = ({ row: { tasksDone, tasksTotal } }: { row: QueueRow }) => {
  const { t } = useTexts();
  if (tasksTotal === 0) return <span className={styles.minor}>–</span>;
  const share = (tasksDone / tasksTotal) * 100;
  return (
    <span className={styles.tasks}>
      <svg viewBox="0 0 20 20" width={18} height={18} aria-hidden className={styles.ring}>
        <circle cx={10} cy={10} r={7} pathLength={100} />
        {share > 0 && <circle cx={10} cy={10} r={7} pathLength={100} strokeDasharray={`${share} 100`} />}
      </svg>
      <span aria-hidden>
        {tasksDone}/{tasksTotal}
      </span>
      <span className="visually-hidden">{t('console.queue.tasks', { done: tasksDone, total: tasksTotal })}</span>
    </span>
  );
};
