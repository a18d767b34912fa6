import { z } from 'zod';
import { REMINDER_RULES, type OptionalReminder } from '#domain/clock/reminders';
import { staffName } from './queue.js';
import { instant, right } from './wire.js';

const LONGEST_DAYS = 180;
const LONGEST_WORKING_DAYS = 60;
const MOST_REMINDERS = 10;

const workingDays = z.number().int().min(1).max(LONGEST_WORKING_DAYS);
const days = z.number().int().min(1).max(LONGEST_DAYS);
const hour = z.number().int().min(0).max(23);

/** Several reminders of one date; 0 would be the day itself, which is reminded of anyway. */
const each = (day: z.ZodType<number>) =>
  z
    .array(day)
    .max(MOST_REMINDERS)
    .refine((list) => new Set(list).size === list.length, 'holds one number twice')
    .readonly();

const OPTIONAL = [
  ...Object.entries(REMINDER_RULES).flatMap(([kind, { mayBeOff }]) => (mayBeOff ? [kind] : [])),
  'digest',
] as OptionalReminder[];

const reminderPolicy = z.strictObject({
  workingDaysBeforeDue: each(workingDays).refine((list) => list.length > 0, 'must hold a number'),
  workingDaysBeforeExtensionNotice: each(workingDays),
  workingDaysBeforeRefusalNotice: each(workingDays),
  workingDaysBeforeAcknowledgement: each(workingDays),
  pausedDays: days,
  repeatAfterDays: days,
  askPersonAgainAfterDays: each(days),
  personSilentDays: days,
  staffSilentWorkingDays: workingDays,
  escalateAfterWorkingDays: z.number().int().min(0).max(LONGEST_WORKING_DAYS),
  reminderHour: hour,
  digestHour: hour,
  /** What the organisation does without; what the law asks for cannot stand here. */
  off: z.array(z.enum(OPTIONAL)).max(OPTIONAL.length).readonly(),
});

/** What an organisation sets beside the law: it shortens and reminds; its holidays alone can move a statutory date. */
export const clockSettings = z.strictObject({
  /** Which days count as public holidays, one of `policies` of the country. */
  holidayPolicy: z.string().min(1).max(40),
  internalTargets: z.strictObject({
    /** Part of the statutory time. */
    share: z.number().min(0.1).max(1),
    /** Working days from receipt, by right. */
    workingDays: z.partialRecord(right, workingDays).readonly(),
  }),
  reminders: reminderPolicy,
});

/** The settings with who changed them when, newest change first. */
export const clockSettingsPage = z.strictObject({
  /** Goes into `If-Match` of a change; 0 while nobody has changed anything. */
  version: z.number().int(),
  settings: clockSettings,
  policies: z.array(z.string()),
  changes: z.array(z.strictObject({ version: z.number().int(), at: instant, by: staffName, settings: clockSettings })),
});

export type ClockSettingsPage = z.infer<typeof clockSettingsPage>;
