import { DEFAULT_INTERNAL_TARGETS, type InternalTargets } from '#domain/clock/internal-target';
import { DEFAULT_REMINDER_POLICY, type ReminderPolicy } from '#domain/clock/reminders';

/** What an organisation sets beside the law: it never moves a statutory date, but for the holidays it counts by. */
export interface ClockSettings {
  /** Which days count as public holidays where the law leaves a choice: `strict`, or a policy of its country. */
  readonly holidayPolicy: string;
  readonly internalTargets: InternalTargets;
  readonly reminders: ReminderPolicy;
}

/** Eves are working days: the earlier, safe date (law file, section 1.5). */
export const STRICT = 'strict';

export const DEFAULT_CLOCK_SETTINGS: ClockSettings = {
  holidayPolicy: STRICT,
  internalTargets: DEFAULT_INTERNAL_TARGETS,
  reminders: DEFAULT_REMINDER_POLICY,
};

/** Settings as they were stored, perhaps before some of today's existed: those are as if nobody had touched them. */
export type StoredClockSettings = { readonly [K in keyof ClockSettings]?: Partial<ClockSettings[K]> };

export const withDefaults = (stored: StoredClockSettings): ClockSettings => ({
  holidayPolicy: stored.holidayPolicy ?? DEFAULT_CLOCK_SETTINGS.holidayPolicy,
  internalTargets: { ...DEFAULT_CLOCK_SETTINGS.internalTargets, ...stored.internalTargets },
  reminders: { ...DEFAULT_CLOCK_SETTINGS.reminders, ...stored.reminders },
});
