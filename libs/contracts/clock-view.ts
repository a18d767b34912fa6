import { z } from 'zod';
import { civilDate } from './wire.js';

/** One line of "how this date was counted": the rule, from and to which date, and the key of its sentence. */
export const clockStep = z.strictObject({
  rule: z.string(),
  from: civilDate.nullable(),
  to: civilDate.nullable(),
  because: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const clockSegment = z.strictObject({
  kind: z.enum(['used', 'pause', 'left', 'extension', 'overdue']),
  from: civilDate,
  to: civilDate,
  days: z.number().int(),
});

/** The statutory clock as the screens draw it. Nothing here is computed in the browser. */
export const clockView = z.strictObject({
  state: z.enum(['running', 'paused', 'not_started', 'stopped']),
  today: civilDate,
  receivedOn: civilDate,
  dueOn: civilDate.nullable(),
  firstDueOn: civilDate.nullable(),
  frozenDueOn: civilDate.nullable(),
  internalDueOn: civilDate.nullable(),
  extensionNoticeBy: civilDate.nullable(),
  refusalNoticeBy: civilDate.nullable(),
  /** Calendar days from today to the statutory date; negative when late; null while paused or stopped. */
  daysLeft: z.number().int().nullable(),
  pausedSince: civilDate.nullable(),
  pausedDays: z.number().int(),
  extended: z.boolean(),
  answeredOn: civilDate.nullable(),
  tone: z.enum(['overdue', 'today', 'soon', 'ok', 'paused', 'closed', 'late']),
  segments: z.array(clockSegment),
  steps: z.array(clockStep),
});

export type ClockView = z.infer<typeof clockView>;
export type ClockStep = z.infer<typeof clockStep>;
