import {
  IconAlertTriangle,
  IconAlertTriangleFilled,
  IconCheck,
  IconClock,
  IconFlame,
  IconPlayerPauseFilled,
  IconQuestionMark,
  type Icon,
} from '@tabler/icons-react';
import type { ClockView } from '#contracts/clock-view';
import { useTexts } from '../app/texts.js';
import styles from './deadline-pill.module.css';

const ICONS: Readonly<Record<ClockView['tone'], Icon>> = {
  overdue: IconAlertTriangleFilled,
  today: IconFlame,
  soon: IconClock,
  ok: IconClock,
  paused: IconPlayerPauseFilled,
  undated: IconQuestionMark,
  closed: IconCheck,
  late: IconAlertTriangle,
};

interface DeadlinePillProps {
  readonly tone: ClockView['tone'];
  /** Calendar days to the statutory date, negative when late; null without a date and once closed. */
  readonly daysLeft: number | null;
  /** The clock waits for the person, and has not begun to run. */
  readonly notStarted?: boolean;
}

/** How a deadline stands: a colour, an icon and words, so that no one of them carries it alone. */
export const DeadlinePill = ({ tone, daysLeft, notStarted = false }: DeadlinePillProps) => {
  const { t } = useTexts();
  const Icon = ICONS[tone];
  return (
    <span className={styles.pill} data-tone={tone}>
      <Icon aria-hidden size={14} />
      {notStarted ? t('console.pill.notStarted') : t(`console.pill.${tone}`, { days: Math.abs(daysLeft ?? 0) })}
    </span>
  );
};
