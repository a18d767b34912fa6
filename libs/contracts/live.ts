import { z } from 'zod';

/** One entry of a ledger, without what it says: which request, up to which version, and what kind of thing happened. */
export const liveChange = z.strictObject({
  reference: z.string(),
  version: z.number().int(),
  /** The type of the entry. */
  kind: z.string(),
});

/** What one event of the stream carries. `changes` null: more happened than is worth telling, so look at everything anew. */
export const liveChanges = z.strictObject({ changes: z.array(liveChange).nullable() });

/**
 * The first event of every connection. `resumed`: everything since the last event that was received follows; otherwise what
 * was fetched before may be old.
 */
export const liveReady = z.strictObject({ resumed: z.boolean() });

/** Where a stream goes on, for a browser that lost `Last-Event-ID`: the id of the last event that was received. */
export const liveQuery = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
});

export type LiveChange = z.infer<typeof liveChange>;
export type LiveChanges = z.infer<typeof liveChanges>;
export type LiveReady = z.infer<typeof liveReady>;
