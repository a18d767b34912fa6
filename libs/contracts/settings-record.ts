import { z } from 'zod';
import { LEGAL_BASES, RECORD_FIELDS } from '#domain/record-of-processing';
import { TOLD, TYPED, versioned, type SettingKit } from './setting-kit.js';

const MOST_ACTIVITIES = 100;
const MOST_LINES = 50;

const record = ({ filled, localised }: SettingKit) => {
  const line = localised(500);
  const lines = z.array(line).max(MOST_LINES);
  const activity = z.strictObject({
    /** Registers name the activities that use them by it. */
    id: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')
      .max(80),
    name: localised(200),
    purposes: lines.min(1),
    legalBasis: z.enum(LEGAL_BASES),
    legitimateInterest: line.nullable(),
    dataSubjects: lines,
    categories: lines.min(1),
    sources: lines,
    recipients: z
      .array(z.strictObject({ category: line, names: z.array(filled(200)).max(MOST_LINES) }))
      .max(MOST_LINES),
    transfers: z.array(z.strictObject({ description: line, safeguard: line.nullable() })).max(MOST_LINES),
    retention: z.strictObject({ criteria: line, period: line.nullable() }),
  });
  return z.strictObject({
    activities: z
      .array(activity)
      .max(MOST_ACTIVITIES)
      .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'holds one id twice'),
    automatedDecisions: localised(2000).nullable(),
    protection: localised(2000).nullable(),
    /** What somebody noted as missing. What lacks by itself is added. */
    gaps: z.array(z.strictObject({ field: z.enum(RECORD_FIELDS), why: localised(1000) })).max(MOST_LINES),
  });
};

/** What is processed, why and how long (GDPR art. 30(1)), as an administrator types or imports it. */
export const recordSettings = record(TYPED);

export const recordPage = versioned(record(TOLD));

export type RecordSettings = z.infer<typeof recordSettings>;
export type RecordPage = z.infer<typeof recordPage>;
