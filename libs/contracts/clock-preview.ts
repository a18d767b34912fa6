import { z } from 'zod';
import { PREVIEWED_LIMITS } from '#domain/request/preview';
import { PREVIEW_REASONS } from '#domain/request/preview-reason';
import { GROUNDS, type GroundId } from '#domain/law/grounds';
import { clockState, clockStep } from './clock-view.js';
import { civilDate, identityMethod, outcome, right } from './wire.js';

/** Commands that move the clock, or must keep one of its limits, without the words that come with them. */
export const previewedCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('requestIdentity') }),
  z.strictObject({ type: z.literal('requestClarification') }),
  z.strictObject({ type: z.literal('recordReply'), sufficient: z.boolean() }),
  z.strictObject({ type: z.literal('confirmIdentity'), method: identityMethod }),
  z.strictObject({ type: z.literal('extendDeadline') }),
  z.strictObject({
    type: z.literal('decideRight'),
    right,
    outcome,
    grounds: z.array(z.enum(Object.keys(GROUNDS) as GroundId[])).max(10),
  }),
  z.strictObject({ type: z.literal('recordAnswer'), right }),
  z.strictObject({ type: z.literal('withdraw') }),
  z.strictObject({ type: z.literal('dismiss') }),
]);

export type PreviewedCommand = z.infer<typeof previewedCommand>;

/** One limit before and after the command; limits that the law does not have are left out. */
export const limitPreview = z.strictObject({
  limit: z.enum(PREVIEWED_LIMITS),
  before: civilDate.nullable(),
  after: civilDate.nullable(),
  fate: z.enum(['same', 'moves', 'stands_still', 'stays']),
  /** The date with an answer of the person on each of `replies`, in their order. */
  ifReplied: z.array(civilDate.nullable()),
});

/** What a command would do to the statutory clock. Nothing has been done. */
export const clockPreview = z.strictObject({
  /** The version of the request that was looked at. */
  version: z.number().int(),
  today: civilDate,
  state: z.strictObject({ before: clockState, after: clockState }),
  limits: z.array(limitPreview),
  /** Days on which an answer to an open question is imagined; none while the clock runs. */
  replies: z.array(z.strictObject({ days: z.number().int(), on: civilDate })),
  /** The sentence that says why. */
  because: z.strictObject({
    key: z.enum(PREVIEW_REASONS),
    days: z.number().int().nullable(),
    on: civilDate.nullable(),
  }),
  /** How the date of the answer is counted then. */
  steps: z.array(clockStep),
});

export type ClockPreview = z.infer<typeof clockPreview>;
export type LimitPreview = z.infer<typeof limitPreview>;
