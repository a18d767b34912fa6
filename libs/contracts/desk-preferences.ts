import { z } from 'zod';
import { QUEUE_COLUMN_IDS } from './queue-columns.js';

const distinct = (columns: readonly string[]): boolean => new Set(columns).size === columns.length;

/** How somebody wants their desk to look: kept on the server, so that it is the same in every browser. */
export const deskPreferences = z.strictObject({
  density: z.enum(['comfortable', 'compact']),
  /** In their order. The requester names the row and leads to the request, so that column is always there. */
  columns: z
    .array(z.enum(QUEUE_COLUMN_IDS))
    .refine(distinct, 'names a column twice')
    .refine((columns) => columns.includes('requester'), 'lacks the requester'),
});

export type DeskPreferences = z.infer<typeof deskPreferences>;
