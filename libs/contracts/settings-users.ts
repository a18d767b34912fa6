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
  changes: z.array(
    z.strictObject({ at: instant, by: staffName.nullable(), what: z.string(), role: staffRole.nullable() }),
  ),
});

export const usersPage = z.strictObject({ users: z.array(user) });

/** The link of a first sign-in, told this once. `mailed` says whether a mail server took it, otherwise why not. */
export const invitation = z.strictObject({
  link: z.string(),
  mailed: z.enum(['accepted', 'refused', 'unreachable', 'no-server']),
});

export type UserRow = z.infer<typeof user>;
export type UsersPage = z.infer<typeof usersPage>;
export type Invitation = z.infer<typeof invitation>;
