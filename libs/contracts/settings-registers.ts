import { z } from 'zod';
import { DATA_CLASSES } from '#domain/law/identity';
import { instant } from './wire.js';
import { TOLD, TYPED, versioned, type SettingKit } from './setting-kit.js';

/** `manual`: people do the work and record it. `sql`: a PostgreSQL database, read by its definition. */
export const REGISTER_KINDS = ['manual', 'sql'] as const;

const registerOf = ({ localised }: SettingKit) =>
  z.strictObject({
    name: localised(200),
    dataClass: z.enum(DATA_CLASSES),
    /** Ids of the activities in the record of processing that use this system. */
    activities: z.array(z.string().max(80)).max(100),
    kind: z.enum(REGISTER_KINDS),
    /** Of `sql` only: the file that describes schema, tables and columns; null for `manual`. */
    definition: z.record(z.string(), z.unknown()).nullable(),
    retired: z.boolean(),
  });

const connection = z
  .string()
  .max(1000)
  .refine(
    (typed) => ['postgres:', 'postgresql:'].includes(URL.parse(typed)?.protocol ?? ''),
    'is no address of PostgreSQL',
  );

/** What an administrator sets. Name, class and capabilities of a `sql` register are those of its definition. A connection is sealed and never told again; without one the known one stays. */
export const registerSettings = registerOf(TYPED).extend({ connection: connection.optional() });

export const newRegister = registerSettings.extend({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')
    .max(60),
});

export const registerPage = versioned(registerOf(TOLD)).extend({
  id: z.string(),
  /** What a program does there, as its definition says. */
  capabilities: z.array(z.string()),
  hasConnection: z.boolean(),
  /** How the last test of the connection went: `ok` or the code of what was wrong. */
  check: z.strictObject({ at: instant, result: z.string() }).nullable(),
});

export const registersPage = z.strictObject({
  registers: z.array(registerPage),
  /** What the record of processing has, to choose from. */
  activities: z.array(z.strictObject({ id: z.string(), name: TOLD.localised(200) })),
});

/** How a test went: `ok`, or a code of what is wrong and, for a definition, which table or column. */
export const registerCheck = z.strictObject({ result: z.string(), detail: z.string().nullable() });

export type RegisterSettings = z.infer<typeof registerSettings>;
export type NewRegister = z.infer<typeof newRegister>;
export type RegisterPage = z.infer<typeof registerPage>;
export type RegistersPage = z.infer<typeof registersPage>;
export type RegisterCheck = z.infer<typeof registerCheck>;
