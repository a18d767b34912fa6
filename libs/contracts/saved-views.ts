import { z } from 'zod';
import { queueQuery, staffName } from './queue.js';
import { filledText } from './wire.js';

/** A query as it stands behind the `?` of an address. */
const readQuery = (text: string) =>
  queueQuery.omit({ cursor: true }).safeParse(Object.fromEntries(new URLSearchParams(text)));

/** Filters and order of a view, written as in an address: `view=overdue&right=access`. Nothing in it is about a person. */
export const queryText = z
  .string()
  .max(1000)
  .refine((text) => readQuery(text).success, 'is no query of the worklist');

/** The query that a `queryText` writes. Throws for anything else. */
export const queryOfText = (text: string) => queueQuery.parse(Object.fromEntries(new URLSearchParams(text)));

/** A view as its maker writes it. A shared one is seen by everyone at the desk, and "me" in it is whoever reads. */
export const savedViewText = z.strictObject({ name: filledText(60), shared: z.boolean(), query: queryText });

export const savedView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  shared: z.boolean(),
  query: z.string(),
  by: staffName,
  /** The reader made it, and so may change it. */
  own: z.boolean(),
  /** Requests in it now; like the counts of the views it stops somewhere, and then means "at least". */
  count: z.number().int(),
});

export const savedViews = z.strictObject({ views: z.array(savedView) });

export type SavedViewText = z.infer<typeof savedViewText>;
export type SavedView = z.infer<typeof savedView>;
export type SavedViews = z.infer<typeof savedViews>;
