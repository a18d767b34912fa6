import { z } from 'zod';
import { staffName } from './queue.js';
import { civilDate } from './wire.js';

const period = { from: civilDate, to: civilDate };

/** Who stands in for the reader, now or later, and for whom the reader does. Both days are included. */
export const deputies = z.strictObject({
  own: z.strictObject({ deputy: staffName, ...period }).nullable(),
  forOthers: z.array(z.strictObject({ absent: staffName, ...period })),
});

export const deputyNaming = z
  .strictObject({ deputy: z.uuid(), ...period })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'is before the first day' });

export type Deputies = z.infer<typeof deputies>;
export type DeputyNaming = z.infer<typeof deputyNaming>;
