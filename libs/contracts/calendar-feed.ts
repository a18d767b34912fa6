import { z } from 'zod';
import { instant } from './wire.js';

/** Whether somebody has a calendar feed, and since when; its address is told only when it is made. */
export const calendarFeed = z.strictObject({ createdAt: instant.nullable() });

/** Whoever has the address reads the feed, so it is shown once and kept by nobody but the calendar it is given to. */
export const newCalendarFeed = z.strictObject({ address: z.string(), createdAt: instant });

/** Which requests a feed holds besides those of its reader: none, those that nobody has, or all. */
export const CALENDAR_SCOPES = ['mine', 'unassigned', 'desk'] as const;

export type CalendarScope = (typeof CALENDAR_SCOPES)[number];

export type CalendarFeed = z.infer<typeof calendarFeed>;
export type NewCalendarFeed = z.infer<typeof newCalendarFeed>;
