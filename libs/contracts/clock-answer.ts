import { z } from 'zod';
import { CLOCK_ERROR_CODES } from './clock-line.js';

const date = z.iso.date();
const lineId = z.union([z.string(), z.number()]);

const answerStep = z.strictObject({
  rule: z.string(),
  from: date,
  to: date,
  /** The sentence. */
  because: z.string(),
  /** The same for programs: why this step was taken. */
  key: z.string(),
  /** The rule as it is cited. */
  citation: z.string(),
  /** Only where the rule was not read in its source, or is our reading. */
  certainty: z.enum(['unconfirmed', 'interpretation']).optional(),
});

/** What `artikla clock` writes for a line, in this order. All dates are civil dates where the controller is. */
export const clockAnswer = z.strictObject({
  id: lineId.nullable(),
  due: date.nullable(),
  /** `due` before the move to a working day. */
  baseDue: date.nullable(),
  /** While the clock waits for the person: `due`, if the answer came on `asOf`. */
  frozenDue: date.nullable(),
  acknowledgeBy: date.nullable(),
  extensionNoticeBy: date.nullable(),
  refusalNoticeBy: date.nullable(),
  extensionValid: z.boolean().nullable(),
  state: z.enum(['running', 'paused', 'not_started', 'stopped', 'not_computable']),
  steps: z.array(answerStep),
  engineVersion: z.string(),
  calendarVersion: z.string(),
});

export type ClockAnswer = z.infer<typeof clockAnswer>;

/** What it writes instead for a line that is bad. */
export const clockFailure = z.strictObject({
  id: lineId.nullable(),
  error: z.strictObject({ code: z.enum(CLOCK_ERROR_CODES), message: z.string() }),
});

export type ClockFailure = z.infer<typeof clockFailure>;
