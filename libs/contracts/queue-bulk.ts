import { z } from 'zod';
import { BULK_AT_ONCE, MOST_CHOSEN } from './bulk-limits.js';
import { queueQuery } from './queue.js';
import { filledText, text } from './wire.js';

/** Filters of the worklist, with words to look for or without: what is listed is what is meant. */
export const queueChoice = z.strictObject({
  ...queueQuery.omit({ cursor: true }).shape,
  text: filledText(200).optional(),
  /** Only these of them. */
  references: z.array(z.string().max(40)).min(1).max(MOST_CHOSEN).optional(),
});

/** A request as it was when it was chosen. */
const chosen = z.strictObject({ reference: z.string().max(40), version: z.number().int().positive() });

/** The first of the requests that pass the filters; `more` when there are others. */
export const queueSelection = z.strictObject({ chosen: z.array(chosen), more: z.boolean() });

/** What can be done to many requests at once: never a refusal, never an answer. */
export const bulkAction = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('assign'), assignee: z.string().nullable() }),
  z.strictObject({ type: z.literal('chase') }),
  z.strictObject({ type: z.literal('confirmReceipt'), words: text(4000) }),
  z.strictObject({ type: z.literal('markSpam'), words: filledText(4000) }),
]);

export const bulkCommand = z.strictObject({ action: bulkAction, chosen: z.array(chosen).min(1).max(BULK_AT_ONCE) });

/**
 * What became of one request. `unchanged`: it was so already. `refused`: `code` says why. `outdated`: somebody else changed
 * it since it was chosen. `version` is what it has now, `assigneeBefore` who had it, for undoing.
 */
export const bulkResult = z.strictObject({
  reference: z.string(),
  result: z.enum(['done', 'unchanged', 'refused', 'outdated']),
  code: z.string().nullable(),
  version: z.number().int().nullable(),
  assigneeBefore: z.string().nullable(),
});

export const bulkResults = z.strictObject({ results: z.array(bulkResult) });

export type QueueChoice = z.infer<typeof queueChoice>;
export type QueueChoiceInput = z.input<typeof queueChoice>;
export type Chosen = z.infer<typeof chosen>;
export type QueueSelection = z.infer<typeof queueSelection>;
export type BulkAction = z.infer<typeof bulkAction>;
export type BulkCommand = z.infer<typeof bulkCommand>;
export type BulkResult = z.infer<typeof bulkResult>;
export type BulkResults = z.infer<typeof bulkResults>;
