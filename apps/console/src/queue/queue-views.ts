import {
  IconAlertTriangle,
  IconArchive,
  IconCalendarDue,
  IconEyeCheck,
  IconHourglass,
  IconInbox,
  IconPlayerPause,
  IconUser,
  IconUserExclamation,
  IconUserQuestion,
  type Icon,
} from '@tabler/icons-react';
import type { QueueView } from '#contracts/queue';

interface ViewGroup {
  readonly name: 'work' | 'everyone';
  readonly views: readonly QueueView[];
}

/** The views as the side bar lists them. */
export const VIEW_GROUPS: readonly ViewGroup[] = [
  { name: 'work', views: ['mine', 'wait_for_me', 'due_in_7_days', 'overdue', 'unassigned'] },
  { name: 'everyone', views: ['four_eyes', 'waiting_for_person', 'paused', 'all_open', 'closed'] },
];

export const VIEW_ICONS: Readonly<Record<QueueView, Icon>> = {
  mine: IconUser,
  wait_for_me: IconUserExclamation,
  due_in_7_days: IconCalendarDue,
  overdue: IconAlertTriangle,
  unassigned: IconUserQuestion,
  four_eyes: IconEyeCheck,
  waiting_for_person: IconHourglass,
  paused: IconPlayerPause,
  all_open: IconInbox,
  closed: IconArchive,
};
