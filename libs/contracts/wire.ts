import { z } from 'zod';
import { RIGHTS } from '#domain/law/rights';
import { IDENTITY_LEVELS } from '#domain/law/identity';
import { LANGUAGES } from '#domain/language';
import { STAGES } from '#domain/request/stages';
import { STAFF_ROLES } from '#domain/request/actor';
import {
  CHANNELS,
  DELAY_REASONS,
  IDENTITY_METHODS,
  LOCATIONS,
  MANDATES,
  MESSAGE_CHANNELS,
  OUTCOMES,
  TASK_RESULTS,
} from '#domain/request/vocabulary';

const CONTROL = /[\p{Cc}--[\t\n\r]]/v;

/** Text from outside: well-formed, NFC, no control characters but line breaks and tabs, length in code points. */
export const text = (longest: number) =>
  z
    .string()
    .refine((value) => value.isWellFormed() && !CONTROL.test(value), 'holds characters that no text holds')
    .transform((value) => value.normalize('NFC').trim())
    .refine((value) => [...value].length <= longest, `is longer than ${longest} characters`);

/** Like `text`, but something must be there. */
export const filledText = (longest: number) => text(longest).refine((value) => value !== '', 'is empty');

export const civilDate = z.iso.date();
export const instant = z.iso.datetime();
export const right = z.enum(RIGHTS);
export const stage = z.enum(STAGES);
export const language = z.enum(LANGUAGES);
export const channel = z.enum(CHANNELS);
export const messageChannel = z.enum(MESSAGE_CHANNELS);
export const mandate = z.enum(MANDATES);
export const outcome = z.enum(OUTCOMES);
export const ending = z.enum([...OUTCOMES, 'withdrawn', 'dismissed']);
export const location = z.enum(LOCATIONS);
export const taskResult = z.enum(TASK_RESULTS);
export const delayReason = z.enum(DELAY_REASONS);
export const identityLevel = z.enum(IDENTITY_LEVELS);
export const identityMethod = z.enum(Object.keys(IDENTITY_METHODS) as (keyof typeof IDENTITY_METHODS)[]);
export const staffRole = z.enum(STAFF_ROLES);

/** Errors on the wire, RFC 9457. `code` is stable; `title` is for people and never repeats what was sent. */
export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
});

export type Problem = z.infer<typeof problem>;
