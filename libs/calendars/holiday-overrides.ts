import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isDayRule } from './day-rule.js';

const localised = z.strictObject({ fi: z.string().min(1), sv: z.string().min(1), en: z.string().min(1) });

const where = {
  /** ISO 3166-2; without it the row holds in the whole country. */
  region: z.string().optional(),
  /** Without it the row holds under every policy. */
  policy: z.string().optional(),
  /** The day, written as `isDayRule` says: `12-24`, `friday after 06-19`, or once `2026-06-15`. */
  on: z.string().refine(isDayRule, 'is not a day as override files write it'),
  /** The law or decision that says so. */
  source: z.string().min(1),
};

const row = z.discriminatedUnion('holiday', [
  z.strictObject({ ...where, holiday: z.literal(true), name: localised }),
  /** An ordinary day, although the library has it as a holiday. */
  z.strictObject({ ...where, holiday: z.literal(false) }),
]);

const overrideFile = z
  .strictObject({ country: z.string().length(2), rows: z.array(row) })
  .superRefine(({ country, rows }, context) => {
    for (const [index, { region }] of rows.entries()) {
      if (region !== undefined && !region.startsWith(`${country}-`)) {
        context.addIssue({ code: 'custom', path: ['rows', index, 'region'], message: `is no region of ${country}` });
      }
    }
  });

const fileText = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue('is not JSON');
      return z.NEVER;
    }
  })
  .pipe(overrideFile);

/** What the holiday table of one country lacks, has too much, or has only under a policy. Later rows win. */
export type HolidayOverrides = z.infer<typeof overrideFile>;

export type HolidayOverride = z.infer<typeof row>;

/**
 * Reads every file of `data/holidays` under `rootDir`.
 *
 * @throws Error with file, place in it and reason, in one line, when one is not in the form above.
 */
export async function loadHolidayOverrides(rootDir: string): Promise<readonly HolidayOverrides[]> {
  const folder = join(rootDir, 'data', 'holidays');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
  return Promise.all(names.map(async (name) => parse(name, await readFile(join(folder, name), 'utf8'))));
}

function parse(name: string, text: string): HolidayOverrides {
  const { data, error } = fileText.safeParse(text);
  if (error) throw new Error(`data/holidays/${name}: ${error.issues.map(reason).join('; ')}`);
  if (name !== `${data.country}.json`) {
    throw new Error(`data/holidays/${name}: country: the rows of ${data.country} belong into ${data.country}.json`);
  }
  return data;
}

const reason = ({ path, message }: z.core.$ZodIssue): string =>
  path.length === 0 ? message : `${z.core.toDotPath(path)}: ${message}`;
