import { z } from 'zod';
import { civilDate } from './wire.js';

/** One text in every language. */
export const localised = z.strictObject({ fi: z.string(), sv: z.string(), en: z.string() });

/** What a step's sentence speaks of besides its dates; `libs/domain/clock/steps` turns it into message values. */
export const clockStepParams = z
  .strictObject({
    length: z.number().int(),
    unit: z.enum(['month', 'day', 'working_day']),
    more: z.number().int(),
    days: z.number().int(),
    reason: z.enum(['identity', 'clarification', 'fee', 'both']),
    since: civilDate,
    until: civilDate,
    on: civilDate,
    holidays: z.array(localised).readonly(),
  })
  .partial();

/** One line of "how this date was counted": the rule, from and to which date, and the key of its sentence. */
export const clockStep = z.strictObject({
  rule: z.string(),
  from: civilDate,
  to: civilDate,
  because: z.string(),
  params: clockStepParams,
  /** Absent when the rule was read in its source. */
  certainty: z.enum(['unconfirmed', 'interpretation']).optional(),
});

export const clockSegment = z.strictObject({
  kind: z.enum(['used', 'pause', 'left', 'extension', 'overdue']),
  from: civilDate,
  to: civilDate,
  days: z.number().int(),
});

export const clockState = z.enum(['running', 'paused', 'not_started', 'not_computable', 'stopped']);

/** `undated`: the law gives no number. */
export const clockTone = z.enum(['overdue', 'today', 'soon', 'ok', 'paused', 'undated', 'closed', 'late']);

/** A limit beside that of the answer; null while it stands still. */
export const clockLimit = z.strictObject({
  limit: z.enum(['extensionNoticeBy', 'refusalNoticeBy', 'acknowledgeBy']),
  date: civilDate.nullable(),
  steps: z.array(clockStep),
});

/** By what the dates were counted: the version of the rules with their arithmetic, and that of the holidays. */
export const countedBy = z.strictObject({ engine: z.string(), calendar: z.string() });

/** The statutory clock as the screens draw it. Nothing here is computed in the browser. */
export const clockView = z.strictObject({
  state: clockState,
  today: civilDate,
  receivedOn: civilDate,
  dueOn: civilDate.nullable(),
  firstDueOn: civilDate.nullable(),
  frozenDueOn: civilDate.nullable(),
  internalDueOn: civilDate.nullable(),
  extensionNoticeBy: civilDate.nullable(),
  refusalNoticeBy: civilDate.nullable(),
  acknowledgeBy: civilDate.nullable(),
  /** Calendar days from today to the statutory date; negative when late; null while paused or stopped. */
  daysLeft: z.number().int().nullable(),
  /** Since when the person is waited for. */
  pausedSince: civilDate.nullable(),
  pausedDays: z.number().int(),
  extended: z.boolean(),
  /** What stopped the clock. */
  closing: z.strictObject({ by: z.enum(['answered', 'refused', 'withdrawn']), on: civilDate }).nullable(),
  tone: clockTone,
  segments: z.array(clockSegment),
  steps: z.array(clockStep),
  /** The other limits that this law has, each with its own steps. */
  limits: z.array(clockLimit),
  countedBy,
  /** Where the law of the country leaves open which days are holidays: the readings that give another date. */
  otherPolicies: z.array(z.strictObject({ policy: z.string(), due: civilDate })),
});

export type ClockView = z.infer<typeof clockView>;
export type ClockLimit = z.infer<typeof clockLimit>;
export type ClockStep = z.infer<typeof clockStep>;
