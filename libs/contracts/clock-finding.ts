import { z } from 'zod';
import { clockStep } from './clock-view.js';
import { civilDate } from './wire.js';

/** The dates that one computation gave, and by which versions of the rules and of the holidays. */
export const countedDates = z.strictObject({
  engine: z.string(),
  calendar: z.string(),
  asOf: civilDate,
  due: civilDate.nullable(),
  extensionNoticeBy: civilDate.nullable(),
  refusalNoticeBy: civilDate.nullable(),
  acknowledgeBy: civilDate.nullable(),
  /** How `due` was counted. */
  steps: z.array(clockStep),
});

/** Rules or holidays have changed and give a request other dates than those that hold: somebody has to choose. */
export const clockFinding = z.strictObject({
  number: z.number().int(),
  raisedOn: civilDate,
  /** What changed since the dates were counted; a change of the holiday policy is one of the holidays. */
  changed: z.array(z.enum(['rules', 'holidays'])),
  before: countedDates,
  after: countedDates,
  /** `lapsed`: the clock moved on, or the dates came to agree, before anybody had chosen. */
  state: z.enum(['open', 'accepted', 'kept', 'lapsed']),
  settledBy: z.string().nullable(),
  settledOn: civilDate.nullable(),
});

export type ClockFindingView = z.infer<typeof clockFinding>;
export type CountedDates = z.infer<typeof countedDates>;
