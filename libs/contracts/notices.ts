import { z } from 'zod';
import { civilDate, instant } from './wire.js';

/** One reason in a reminder, as its mail tells it: the kind, the date it is about, and how many days. */
export const noticeCause = z.strictObject({ kind: z.string(), date: civilDate, count: z.number().int() });

/** What was mailed to the reader: which letter, about which request, and why. Without anybody's name. */
export const notice = z.strictObject({
  id: z.string(),
  letter: z.string(),
  reference: z.string().nullable(),
  causes: z.array(noticeCause),
  at: instant,
  read: z.boolean(),
});

/** The newest notices, newest first, and how many of all are unread. */
export const noticePage = z.strictObject({ unread: z.number().int(), notices: z.array(notice) });

/** Up to which notice everything is read; `only` marks this one alone. */
export const noticesRead = z.strictObject({ id: z.string().regex(/^\d{1,15}$/), only: z.boolean() });

export type NoticePage = z.infer<typeof noticePage>;
export type Notice = z.infer<typeof notice>;
export type NoticeCause = z.infer<typeof noticeCause>;
