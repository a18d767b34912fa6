import { z } from 'zod';

/** Whether shortcuts of one letter are on. */
export const keysChoice = z.strictObject({ singleKeys: z.boolean() });
