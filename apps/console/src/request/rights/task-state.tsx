import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconHandStop,
  IconHourglass,
  IconLock,
  IconRefresh,
  type Icon,
} from '@tabler/icons-react';
import type { TaskView } from '#contracts/request-page';
import { useDates, type Dates } from '../../app/dates.js';
import { useTexts, type Texts } from '../../app/texts.js';
import styles from './rights.module.css';

interface Appearance {
  readonly tone: 'done' | 'failed' | 'waits' | 'open';
  readonly icon: Icon;
  readonly words: string;
}

const appearanceOf = (task: TaskView, { t, find }: Texts, dates: Dates): Appearance => {
  if (task.result === 'cannot') return { tone: 'failed', icon: IconCircleX, words: t('common.task_result.cannot') };
  if (task.result !== null) {
    return { tone: 'done', icon: IconCircleCheck, words: t(`common.task_result.${task.result}`) };
  }
  if (task.failure !== null) {
    const reason = find(`console.failureReason.${task.failure}`) ?? task.failure;
    return { tone: 'failed', icon: IconAlertTriangle, words: t('console.task.failed', { reason }) };
  }
  if (!task.released && task.phase === 'execution') {
    return { tone: 'waits', icon: IconLock, words: t('console.task.afterDecision') };
  }
  if (!task.released) {
    const level = t(`common.identity.level.${task.identityNeeded}`);
    return { tone: 'waits', icon: IconLock, words: t('console.task.needsIdentity', { level }) };
  }
  if (task.notBefore !== null) {
    return {
      tone: 'waits',
      icon: IconHourglass,
      words: t('console.task.notBefore', { moment: dates.moment(task.notBefore) }),
    };
  }
  if (task.kind === 'manual') return { tone: 'open', icon: IconHandStop, words: t('console.task.byHand') };
  return { tone: 'open', icon: IconRefresh, words: t('console.task.working') };
};

/** How a task stands: done, stuck, waiting and for what, or under way. */
export const TaskState = ({ task }: { task: TaskView }) => {
  const { tone, icon: Icon, words } = appearanceOf(task, useTexts(), useDates());
  return (
    <span className={styles.taskState} data-tone={tone}>
      <Icon aria-hidden size={17} stroke={1.8} />
      {words}
    </span>
  );
};
