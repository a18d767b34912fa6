import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isDayRule } from './holiday-table.js';

const localised = z.strictObject({ fi: z.string().min(1), sv: z.string().min(1), en: z.string().min(1) });

const row = z.strictObject({
  /** ISO 3166-2; without it the row holds in the whole country. */
  region: z.string().optional(),
  /** Without it the row holds under every policy. */
  policy: z.string().optional(),
  /** A day in the grammar of date-holidays: `12-24`, `friday after 06-19`, or one date such as `2026-12-24`. */
  on: z.string().refine(isDayRule, 'is not a day in the grammar of date-holidays'),
  /** True makes the day a public holiday, false an ordinary day. */
  holiday: z.boolean(),
  name: localised,
  /** The law or decision that says so. */
  source: z.string().min(1),
});

const overrideFile = z.strictObject({ country: z.string().length(2), rows: z.array(row) });

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

/** What the holiday table of one country lacks, has too much, or has only under a policy. */
export type HolidayOverrides = z.infer<typeof overrideFile>;

export type HolidayOverride = z.infer<typeof row>;

/**
 * Reads every file of `data/holidays` under `rootDir`.
 *
 * @throws Error that names the file and the place in it when one is not in the form above.
 */
export async function loadHolidayOverrides(rootDir: string): Promise<readonly HolidayOverrides[]> {
  const folder = join(rootDir, 'data', 'holidays');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
  return Promise.all(names.map(async (name) => parse(name, await readFile(join(folder, name), 'utf8'))));
}

function parse(name: string, text: string): HolidayOverrides {
  const parsed = fileText.safeParse(text);
  if (!parsed.success) throw new Error(`data/holidays/${name}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
