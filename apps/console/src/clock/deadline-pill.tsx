import {
  IconAlertTriangle,
  IconAlertTriangleFilled,
  IconCheck,
  IconClock,
  IconFlame,
  IconPlayerPauseFilled,
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
  closed: IconCheck,
  late: IconAlertTriangle,
};

interface DeadlinePillProps {
  readonly tone: ClockView['tone'];
  /** Calendar days to the statutory date, negative when late; null while paused or closed. */
  readonly daysLeft: number | null;
}

/** How a deadline stands: a colour, an icon and words, so that no one of them carries it alone. */
export const DeadlinePill = ({ tone, daysLeft }: DeadlinePillProps) => {
  const { t } = useTexts();
  const Icon = ICONS[tone];
  return (
    <span className={styles.pill} data-tone={tone}>
      <Icon aria-hidden size={14} />
      {t(`console.pill.${tone}`, { days: Math.abs(daysLeft ?? 0) })}
    </span>
  );
};
