import { z } from 'zod';
import { CLOCK_EVENT_TYPES } from '#domain/clock/facts';
import { isRegime, REGIMES, SPECIAL_REQUEST_TYPES } from '#domain/clock/rule-packs';
import { hint, isMisspelt, objectWith } from './misspelt-keys.js';
import { MomentError, readMoment } from './moment.js';

/** Why `artikla clock` does not answer a line with dates. */
export const CLOCK_ERROR_CODES = [
  'unknown-regime',
  'unknown-country',
  'unknown-region',
  'unknown-event',
  'bad-date',
  'event-before-receipt',
  'answer-without-question',
  'calendar-out-of-range',
  'bad-json',
] as const;

export type ClockErrorCode = (typeof CLOCK_ERROR_CODES)[number];

/** Fields whose fault has a code of its own, missing or wrong. Every other fault of a line is `bad-json`. */
const CODES: ReadonlyMap<PropertyKey | undefined, ClockErrorCode> = new Map([
  ['regime', 'unknown-regime'],
  ['country', 'unknown-country'],
  ['region', 'unknown-region'],
  ['type', 'unknown-event'],
  ['received', 'bad-date'],
  ['at', 'bad-date'],
  ['until', 'bad-date'],
  ['asOf', 'bad-date'],
  ['timeZone', 'bad-date'],
]);

/** Says what a field has to be, whether it is missing or something else. */
const expected = (what: string) => ({
  error: ({ input }: { readonly input?: unknown }) =>
    input === undefined ? `is missing: give ${what}.` : `is not ${what}.`,
});

const moment = z.string(expected('a date, as 2025-01-31, or an instant with its offset')).transform((text, context) => {
  try {
    return readMoment(text);
  } catch (error) {
    if (!(error instanceof MomentError)) throw error;
    context.addIssue(error.message);
    return z.NEVER;
  }
});

const civilDate = z.iso.date(expected('a date, as 2025-01-31'));

/** Absent and null are the same: many a program writes null for what it does not have. */
const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);

const regime = z.string(expected('the name of a regime, as EU_GDPR')).transform((name, context) => {
  if (isRegime(name)) return name;
  context.addIssue(hint(name, REGIMES));
  return z.NEVER;
});

const clockEvent = objectWith(
  {
    type: z.enum(CLOCK_EVENT_TYPES, {
      error: ({ input }) =>
        typeof input === 'string' ? hint(input, CLOCK_EVENT_TYPES) : `is none of ${CLOCK_EVENT_TYPES.join(', ')}.`,
    }),
    at: moment,
    /** False on an answer that does not settle what was asked. */
    sufficient: optional(z.boolean(expected('true or false'))),
    /** Of an extension: by when the person was told to have the answer. */
    until: optional(civilDate),
  },
  expected('an object with type and at').error,
);

/** JSON reads a long number as another one. */
const isUnchanged = (id: unknown): boolean =>
  typeof id === 'number'
    ? Number.isFinite(id) && (!Number.isInteger(id) || Number.isSafeInteger(id))
    : typeof id === 'string';

const lineId = z.custom<string | number>(
  isUnchanged,
  'is neither a text nor a number that can be given back unchanged.',
);

/** One request as `artikla clock` reads it. */
const clockLine = objectWith(
  {
    id: optional(lineId),
    regime,
    /** ISO 3166-1 alpha-2 of the controller. */
    country: z.string(expected('the two letters of ISO 3166-1, as FI')),
    /** ISO 3166-2, as `DE-BY`. */
    region: optional(z.string(expected('a code of ISO 3166-2, as DE-BY'))),
    /** IANA name; the country's or region's own when left out. */
    timeZone: optional(z.string(expected('the name of a time zone, as Europe/Helsinki'))),
    requestType: optional(
      z.string(expected('a text, as access')).refine((type) => !isMisspelt(type, SPECIAL_REQUEST_TYPES), {
        error: ({ input }) => hint(String(input), SPECIAL_REQUEST_TYPES),
      }),
    ),
    received: moment,
    events: optional(z.array(clockEvent, expected('a list of events'))),
    /** What holds on that day. */
    asOf: optional(moment),
  },
  expected('a JSON object').error,
);

export type ClockLine = z.infer<typeof clockLine>;
export type LineId = string | number | null;

/** A line that cannot be answered, with the sentence that says why. */
export class ClockLineError extends Error {
  override readonly name = 'ClockLineError';

  constructor(
    readonly code: ClockErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** @throws ClockLineError `bad-json` when the line is not JSON. */
export function parseLine(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ClockLineError('bad-json', 'The line is not JSON.');
  }
}

/** The id by which an answer is known, null where the line has none that could be given back. */
export const idOf = (json: unknown): LineId => {
  const id = typeof json === 'object' && json !== null && 'id' in json ? json.id : null;
  return lineId.safeParse(id).data ?? null;
};

/** @throws ClockLineError with the field that is wrong, or missing, and what belongs there. */
export function readClockLine(json: unknown): ClockLine {
  const { data, error } = clockLine.safeParse(json);
  if (error === undefined) return data;
  const [issue] = error.issues;
  const path = issue?.path ?? [];
  const field = path.length === 0 ? 'The line' : z.core.toDotPath(path);
  throw new ClockLineError(CODES.get(path.at(-1)) ?? 'bad-json', `${field} ${issue?.message ?? 'is wrong.'}`);
}
