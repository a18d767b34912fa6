import { z } from 'zod';
import { staffName } from './queue.js';
import { filledText, instant, language, staffRole } from './wire.js';

/** Somebody new. They get a link for their first sign-in. */
export const newUser = z.strictObject({ email: filledText(254), name: filledText(200), role: staffRole, language });

export const userChange = z.strictObject({ name: filledText(200), role: staffRole, disabled: z.boolean() });

const user = z.strictObject({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: staffRole,
  language,
  /** `invited` has not set a password yet. */
  state: z.enum(['active', 'invited', 'disabled']),
  lastSignInAt: instant.nullable(),
});

export const usersPage = z.strictObject({ users: z.array(user) });

export const userChangesQuery = z.strictObject({
  /** `next` of the page before. */
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
});

/** Who changed which account, newest first, some at a time. */
export const userChangesPage = z.strictObject({
  changes: z.array(
    z.strictObject({
      id: z.string(),
      at: instant,
      user: staffName,
      /** Null for whoever worked at the terminal of the server. */
      by: staffName.nullable(),
      what: z.enum(['invited', 'renamed', 'role', 'disabled', 'enabled', 'reset']),
      /** The role from then on, where that is the change. */
      role: staffRole.nullable(),
    }),
  ),
  /** Null where there are no older ones. */
  next: z.string().nullable(),
});

/** The link of a first sign-in, told this once. `mailed` says whether a mail server took it, otherwise why not. */
export const invitation = z.strictObject({
  link: z.string(),
  mailed: z.enum(['accepted', 'refused', 'unreachable', 'no-server']),
});

export type UserRow = z.infer<typeof user>;
export type UserChangesQuery = z.infer<typeof userChangesQuery>;
export type UserChangesPage = z.infer<typeof userChangesPage>;
export type UsersPage = z.infer<typeof usersPage>;
export type Invitation = z.infer<typeof invitation>;
