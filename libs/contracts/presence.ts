import { z } from 'zod';
import { instant } from './wire.js';

/** Who else has a request open now, whoever came first before the others. */
export const presence = z.strictObject({
  others: z.array(z.strictObject({ id: z.string(), name: z.string(), since: instant })),
});

export type Presence = z.infer<typeof presence>;
