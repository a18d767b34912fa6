import { z } from 'zod';
import { localised } from './clock-view.js';
import { civilDate } from './wire.js';

/** Whose load: everyone's or that of whoever asks. */
export const loadQuery = z.strictObject({ of: z.enum(['everyone', 'me']).default('everyone') });

/** How many open requests are due on each of the coming days. Counts stop like those of the views. */
export const queueLoad = z.strictObject({
  overdue: z.number().int(),
  paused: z.number().int(),
  days: z.array(
    z.strictObject({
      date: civilDate,
      due: z.number().int(),
      /** Neither a weekend nor a holiday where the controller is. */
      working: z.boolean(),
      /** The holiday's name where the calendar knows one. */
      holiday: localised.nullable(),
    }),
  ),
});

export type LoadQuery = z.infer<typeof loadQuery>;
export type QueueLoad = z.infer<typeof queueLoad>;
