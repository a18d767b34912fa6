import type { TaskView } from '#contracts/request-page';
import type { Right } from '#domain/law/rights';
import { formatNumber } from '#texts/numbers';
import { useTexts } from '../../app/texts.js';
import { CommandButton } from '../command-button.js';
import { permitFor, useRequest } from '../request-context.js';
import { TaskState } from './task-state.js';
import styles from './rights.module.css';

/** The work of a right, one line per register. */
export const TaskTable = ({ right, tasks }: { right: Right; tasks: readonly TaskView[] }) => {
  const { t, find, language } = useTexts();
  const { page } = useRequest();
  const done = tasks.filter(({ result }) => result !== null).length;
  return (
    <div className={styles.scroller}>
      <table className={styles.table}>
        <caption>{t('console.right.tasks', { done, total: tasks.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('console.task.register')}</th>
            <th scope="col">{t('console.task.work')}</th>
            <th scope="col">{t('console.task.state')}</th>
            <th scope="col" className={styles.number}>
              {t('console.task.rows')}
            </th>
            <th scope="col">
              <span className="visually-hidden">{t('console.task.record')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <tr key={task.id}>
              <th scope="row">{task.registerName}</th>
              <td>{find(`common.task.${task.kind}`) ?? task.kind}</td>
              <td>
                <TaskState task={task} />
              </td>
              <td className={styles.number}>
                {task.result === 'found' ? formatNumber(task.rows, language) : '–'}
                {task.files > 0 && (
                  <span className={styles.minor}>{t('console.task.files', { count: task.files })}</span>
                )}
              </td>
              <td>
                {permitFor(page, 'recordTask', { right, task })?.open && (
                  <CommandButton type="recordTask" right={right} task={task} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
