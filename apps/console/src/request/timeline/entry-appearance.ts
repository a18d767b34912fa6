import {
  IconBell,
  IconCalendarQuestion,
  IconChecklist,
  IconClockPlus,
  IconEye,
  IconFileCheck,
  IconGavel,
  IconInbox,
  IconLock,
  IconMail,
  IconMailX,
  IconNote,
  IconPackage,
  IconPlayerPause,
  IconPlayerPlay,
  IconRobot,
  IconShieldCheck,
  IconUser,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import type { EventType } from '#domain/request/events';

interface Appearance {
  readonly icon: Icon;
  readonly tone: 'plain' | 'clock' | 'note' | 'identity' | 'work' | 'alarm';
}

const DESK: Appearance = { icon: IconRobot, tone: 'plain' };

const APPEARANCE: Readonly<Partial<Record<EventType, Appearance>>> = {
  requestReceived: { icon: IconInbox, tone: 'work' },
  contactConfirmed: { icon: IconShieldCheck, tone: 'identity' },
  identityConfirmed: { icon: IconShieldCheck, tone: 'identity' },
  verificationStarted: { icon: IconUser, tone: 'identity' },
  personLocated: { icon: IconUser, tone: 'identity' },
  codeRequested: { icon: IconMail, tone: 'identity' },
  requestDisowned: { icon: IconLock, tone: 'alarm' },
  freezeLifted: { icon: IconLock, tone: 'plain' },
  identityRequested: { icon: IconPlayerPause, tone: 'clock' },
  clarificationRequested: { icon: IconPlayerPause, tone: 'clock' },
  replyRecorded: { icon: IconPlayerPlay, tone: 'clock' },
  deadlineExtended: { icon: IconClockPlus, tone: 'clock' },
  messageWritten: { icon: IconMail, tone: 'work' },
  messageTakenBack: { icon: IconMailX, tone: 'plain' },
  messageRecorded: { icon: IconInbox, tone: 'work' },
  attachmentAdded: { icon: IconFileCheck, tone: 'plain' },
  delayExplained: { icon: IconCalendarQuestion, tone: 'note' },
  findingRaised: { icon: IconCalendarQuestion, tone: 'clock' },
  findingSettled: { icon: IconCalendarQuestion, tone: 'clock' },
  taskRecorded: { icon: IconChecklist, tone: 'work' },
  rightDecided: { icon: IconGavel, tone: 'work' },
  rightApproved: { icon: IconGavel, tone: 'work' },
  rightReturned: { icon: IconGavel, tone: 'alarm' },
  packageBuilt: { icon: IconPackage, tone: 'work' },
  answerSent: { icon: IconMail, tone: 'work' },
  answerOpened: { icon: IconFileCheck, tone: 'work' },
  documentDownloaded: { icon: IconFileCheck, tone: 'work' },
  letterSent: { icon: IconMail, tone: 'plain' },
  letterFailed: { icon: IconMailX, tone: 'alarm' },
  reminderSent: { icon: IconBell, tone: 'plain' },
  noteAdded: { icon: IconNote, tone: 'note' },
  documentRead: { icon: IconEye, tone: 'plain' },
  contactRevealed: { icon: IconEye, tone: 'plain' },
  requestAssigned: { icon: IconUser, tone: 'plain' },
  requestWithdrawn: { icon: IconX, tone: 'alarm' },
  requestDismissed: { icon: IconX, tone: 'alarm' },
  personChased: { icon: IconMail, tone: 'identity' },
  receiptConfirmed: { icon: IconMail, tone: 'plain' },
  spamMarked: { icon: IconX, tone: 'alarm' },
};

/** How an entry looks. The rest are the desk's own steps. */
export const appearanceOf = (type: string): Appearance =>
  (APPEARANCE as Readonly<Record<string, Appearance | undefined>>)[type] ?? DESK;
